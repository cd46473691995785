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
        return line === undefined ? undefined : `${trailSentence(line)}.`;
      },
    ),
  );

/**
 * What somebody else changed meanwhile, beside what was to be said.
 * @param meanwhile what they did as the thing's history tells it, where it does
 */
export const conflictView = (
  { message, changed }: Conflict,
  meanwhile: string | undefined,
  { mine, theirsHref }: Readonly<{ mine: string; theirsHref: string }>,
): ConflictView => ({
  what: meanwhile ?? message,
  theirs:
    changed === undefined
      ? ''
      : `${changed.value ?? 'Nothing any more'}, since ${ukDate(changed.effectiveOn)}`,
  mine,
  theirsHref,
});
