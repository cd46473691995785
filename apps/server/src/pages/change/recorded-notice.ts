import { type Failure, historyAnswer } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { type Banner, ukDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { FormPlace, Reading, Recorded } from './change-form.ts';
import { shortened } from './forms/form-words.ts';

/**
 * Whether something that was recorded for a later date still counts today, before what was just recorded.
 * @param trail whose history is looked through for later entries: `action:27`
 */
export const isOverruledIn = (
  desk: Desk,
  { asked, today }: FormPlace,
  { changes, ordinal }: Recorded,
  trail: string | undefined,
): E.Either<Failure, boolean> =>
  ordinal === null || trail === undefined
    ? E.right(false)
    : pipe(
        historyAnswer(desk)(
          { ...asked.resolved, point: { asOf: today, knownAt: ordinal } },
          { ref: trail, withConfirmed: true },
        ),
        E.map((rows) =>
          changes.some(({ field, member, effectiveOn }) =>
            rows.some(
              (row) =>
                row.field === field &&
                row.member === member &&
                row.effectiveOn > effectiveOn &&
                row.retracted === null,
            ),
          ),
        ),
      );

/** It goes by a cookie, and a browser takes no long ones. */
const most = 300;

const when = (effectiveOn: LocalDate, today: LocalDate, overruled: boolean): string => {
  if (effectiveOn === today) return '';
  if (effectiveOn > today) return ` It counts from ${ukDate(effectiveOn)}.`;
  const later = overruled ? ' What was recorded for a later date still counts today.' : '';
  return ` Recorded today, true since ${ukDate(effectiveOn)}.${later}`;
};

/**
 * What is said once a form was taken: what is recorded now, or that it was so already.
 * @param isOverruled whether a later entry still counts today: looked up only where that may be
 */
export const recordedNotice = (
  { today }: Readonly<{ today: LocalDate }>,
  { events }: Recorded,
  { done, nothingNew }: Pick<Reading<unknown>, 'done' | 'nothingNew'>,
  effectiveOn: LocalDate,
  isOverruled: () => E.Either<Failure, boolean>,
): Banner => {
  if (events.length === 0)
    return { kind: 'important', text: `${shortened(nothingNew, most)} Nothing was recorded anew.` };
  const overruled =
    effectiveOn < today &&
    pipe(
      isOverruled(),
      E.getOrElse(() => false),
    );
  return {
    kind: 'success',
    text: `${shortened(done, most)}${when(effectiveOn, today, overruled)}`,
  };
};
