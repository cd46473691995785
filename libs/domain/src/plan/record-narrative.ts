import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { Narrative, plan } from './fields.ts';
import { NarrativeRecorded } from './narrative-recorded.ts';

/** Records a section of the plan’s text as it stands. */
export const RecordNarrative = defineCommand(
  'RecordNarrative',
  t.type({ section: Ref, narrative: Narrative }),
);

export type RecordNarrativeRefusal = NotFound;

export const recordNarrative: DecideOn<typeof RecordNarrative, RecordNarrativeRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existingSubject(state, asked.narrative.under ?? plan),
      E.map(() => [NarrativeRecorded.of(asked)]),
    );
