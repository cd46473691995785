import type { LocalDate } from '@trackrecord/kernel';
import { dateInWords } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { firstDateOf } from './first-date-of.ts';
import type { Resolved } from './resolve-question.ts';
import type { ReviewAnswer } from './reviews-answer.ts';

/** Why a paper tells changes since just that date. */
export type SinceWhy =
  /** What the board saw then: a review was held on that date. */
  | Readonly<{ _tag: 'Review'; review: ReviewAnswer }>
  /** Somebody asked for that date. */
  | Readonly<{ _tag: 'Asked' }>
  /** No review was held before: the plan's first date. */
  | Readonly<{ _tag: 'Beginning' }>;

/** The first end of what a paper compares. */
export type PaperSince = Readonly<{ question: Resolved; why: SinceWhy }>;

const onDate = (question: Resolved, asOf: LocalDate): Resolved => ({
  ...question,
  point: { ...question.point, asOf },
});

/** A board's view is what it saw then: what was put right since is among the changes. */
const asSeenBy = (question: Resolved, review: ReviewAnswer): PaperSince => ({
  question: {
    ...question,
    point: { ...question.point, asOf: review.on, knownAt: review.lookedAt },
    knownAt: review.lookedAt,
  },
  why: { _tag: 'Review', review },
});

const sinceBeginning = (deps: Readable, question: Resolved): E.Either<Failure, PaperSince> =>
  pipe(
    firstDateOf(deps)(question.plan, question.point.knownAt),
    E.map((first) => ({
      question: onDate(question, first ?? question.point.asOf),
      why: { _tag: 'Beginning' },
    })),
  );

/**
 * Since when a paper tells changes: a date that is asked for; else the last review that was held before the date of
 * the paper (one on that very date is what the paper is for); else the plan's first date. On the date of a review it
 * is what that board saw.
 * @param reviews those held by the date of the question, the latest first
 */
export const paperSince =
  (deps: Readable) =>
  (
    question: Resolved,
    reviews: ReadonlyArray<ReviewAnswer>,
    asked: LocalDate | undefined,
  ): E.Either<Failure, PaperSince> => {
    const { asOf } = question.point;
    if (asked !== undefined && asked > asOf)
      return E.left(
        invalid(
          `Changes since ${dateInWords(asked)} come after the paper's own date, ${dateInWords(asOf)}; accepted is a date up to that one.`,
          'since',
        ),
      );
    const review = reviews.find(({ on }) => (asked === undefined ? on < asOf : on === asked));
    if (review !== undefined) return E.right(asSeenBy(question, review));
    return asked === undefined
      ? sinceBeginning(deps, question)
      : E.right({ question: onDate(question, asked), why: { _tag: 'Asked' } });
  };
