import type { Author, Authored } from '@trackrecord/application';
import { PartyId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { today } from './happened.ts';
import { must } from './must.ts';

/** An author who is known: the one whom `happened` names too, today, on the command line, unless it says otherwise. */
export const saying =
  (said: Partial<Authored> = {}): Author =>
  () =>
    TE.right({
      by: must(PartyId)('p-4c1f'),
      effectiveOn: must(LocalDate)(today),
      channel: 'command line',
      ...said,
    });
