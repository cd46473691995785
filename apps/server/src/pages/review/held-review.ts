import { describeFailure, planAnswer, resolveQuestion } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { type LocalDate, type Ordinal, readOrdinal } from '@trackrecord/kernel';
import {
  type FormErrors,
  heldOnField,
  lookedAtField,
  parseUkDate,
  ukDate,
  whyField,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { AskedPlan } from '../asked-plan.ts';

/** What the form that holds a review has in it, exactly as it was typed. */
export type TypedReview = Readonly<{ on: string; lookedAt: string; why: string }>;

/** When a board met, up to which ordinal it looked, and what is remarked on it. */
export type Review = Readonly<{ on: LocalDate; lookedAt: Ordinal; why: Text | undefined }>;

const wrong = (field: string, message: string): E.Either<FormErrors, never> =>
  E.left([{ field, message }]);

const dateIn = (
  { on: typed }: TypedReview,
  { dateBar }: AskedPlan,
): E.Either<FormErrors, LocalDate> =>
  pipe(
    parseUkDate('When did the board meet?')(typed),
    E.mapLeft((message): FormErrors => [{ field: heldOnField, message }]),
    E.filterOrElse(
      (on) => on <= dateBar.today,
      (on): FormErrors => [
        {
          field: heldOnField,
          message: `When did the board meet? ${ukDate(on)} is still to come. Enter today’s date or an earlier one.`,
        },
      ],
    ),
  );

const ordinalIn = (
  { lookedAt: typed }: TypedReview,
  { answer: { ordinal } }: AskedPlan,
): E.Either<FormErrors, Ordinal> => {
  const text = typed.trim().replace(/,/gu, '');
  const looked = readOrdinal(text);
  return looked !== undefined && looked >= 1 && looked <= ordinal
    ? E.right(looked)
    : wrong(
        lookedAtField,
        `What did it look at? “${typed.trim().slice(0, 40)}” is no ordinal of this log. Enter a whole number from 1 to ${ordinal}.`,
      );
};

const whyIn = ({ why }: TypedReview): E.Either<FormErrors, Text | undefined> => {
  const text = why.trim();
  if (text === '') return E.right(undefined);
  return Text.is(text)
    ? E.right(text)
    : wrong(whyField, 'Remarks: Enter at most 100,000 characters, without broken ones.');
};

/** All that was typed, understood, or everything that is wrong with it. */
export const reviewIn = (typed: TypedReview, asked: AskedPlan): E.Either<FormErrors, Review> => {
  const [on, lookedAt, why] = [dateIn(typed, asked), ordinalIn(typed, asked), whyIn(typed)];
  return E.isRight(on) && E.isRight(lookedAt) && E.isRight(why)
    ? E.right({ on: on.right, lookedAt: lookedAt.right, why: why.right })
    : E.left([on, lookedAt, why].flatMap((one) => (E.isLeft(one) ? one.left : [])));
};

/** The board cannot have seen a plan that was not there: then who asks for what it saw would find nothing. */
export const isThereThen = (
  desk: Desk,
  { plan }: AskedPlan,
  { on, lookedAt }: Review,
): E.Either<FormErrors, null> =>
  pipe(
    resolveQuestion(desk)(plan, { asOf: on, knownAt: { _tag: 'AtOrdinal', ordinal: lookedAt } }),
    E.chain(planAnswer(desk)),
    E.bimap(
      (failure): FormErrors => [
        {
          field:
            failure._tag === 'Missing' && failure.firstOn !== undefined
              ? heldOnField
              : lookedAtField,
          message: describeFailure(failure),
        },
      ],
      () => null,
    ),
  );
