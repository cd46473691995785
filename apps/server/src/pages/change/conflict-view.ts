import { type ChangedMeanwhile, type Failure, historyAnswer } from '@trackrecord/application';
import { type ConflictView, ukDate } from '@trackrecord/pages';
import { type HistoryAnswer, trailSentence } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { AskedPlan } from '../asked-plan.ts';
import type { Meanwhile } from './change-form.ts';
import { shortened } from './forms/form-words.ts';

type Conflict = Extract<Failure, { _tag: 'Conflict' }>;

const isLineOf =
  ({ ordinal, ref }: ChangedMeanwhile) =>
  (row: HistoryAnswer): boolean =>
    row.ref === ref && (row.ordinal === ordinal || row.retracted?.ordinal === ordinal);

/** Long words would hide who changed them: beside it they stand at more length. */
const briefly = (words: string | null): string | null =>
  words === null ? null : shortened(words, 60);

/** What the other did, as a plan's history tells it. */
export const sentenceOfChange = (
  desk: Desk,
  { resolved }: AskedPlan,
  changed: ChangedMeanwhile,
): string | undefined =>
  pipe(
    historyAnswer(desk)(resolved, { field: changed.field, withConfirmed: true }),
    E.match(
      () => undefined,
      (rows) => {
        const line = rows.findLast(isLineOf(changed));
        return line === undefined
          ? undefined
          : `${trailSentence({ ...line, from: briefly(line.from), to: briefly(line.to) })}.`;
      },
    ),
  );

/**
 * What somebody else changed meanwhile, beside what was to be said.
 * @param meanwhile what they did as the thing's history tells it, where it does
 */
export const conflictView = (
  { message, changed }: Conflict,
  meanwhile: Meanwhile | undefined,
  { mine, theirsHref }: Readonly<{ mine: string; theirsHref: string }>,
): ConflictView => ({
  what: meanwhile?.what ?? message,
  theirs:
    changed === undefined
      ? ''
      : `${shortened(meanwhile?.theirs ?? changed.value ?? 'Nothing any more', 400)}, since ${ukDate(changed.effectiveOn)}`,
  mine,
  theirsHref,
});
