import { type ChangedMeanwhile, type Failure, historyAnswer } from '@trackrecord/application';
import { type ConflictView, ukDate } from '@trackrecord/pages';
import { type HistoryAnswer, trailSentence } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { AskedPlan } from '../asked-plan.ts';

type Conflict = Extract<Failure, { _tag: 'Conflict' }>;

const isLineOf =
  ({ ordinal, ref }: ChangedMeanwhile) =>
  (row: HistoryAnswer): boolean =>
    row.ref === ref && (row.ordinal === ordinal || row.retracted?.ordinal === ordinal);

/** What the other did, as the history tells it. */
const sentenceOf = (
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
        return line === undefined ? undefined : `${trailSentence(line)}.`;
      },
    ),
  );

/**
 * What somebody else changed meanwhile, beside what was to be said.
 * @param asked the plan as it stands after their change
 */
export const conflictView = (
  desk: Desk,
  asked: AskedPlan,
  { message, changed }: Conflict,
  { mine, theirsHref }: Readonly<{ mine: string; theirsHref: string }>,
): ConflictView => ({
  what: (changed === undefined ? undefined : sentenceOf(desk, asked, changed)) ?? message,
  theirs:
    changed === undefined
      ? ''
      : `${changed.value ?? 'Nothing any more'}, since ${ukDate(changed.effectiveOn)}`,
  mine,
  theirsHref,
});
