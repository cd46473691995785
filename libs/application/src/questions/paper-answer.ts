import { scaleOf } from '@trackrecord/domain';
import type { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { changesAnswer } from './changes-answer.ts';
import type { OwedAnswer } from './debts-in.ts';
import { type IndicatorListed, indicatorsAnswer } from './indicators-answer.ts';
import { owedAnswer } from './owed-answer.ts';
import { paperSince, type SinceWhy } from './paper-since.ts';
import { partnershipOf } from './partnership-of.ts';
import { cutFor, planAnswer, type PlanAnswer } from './plan-answer.ts';
import type { Question } from './question.ts';
import type { Resolved } from './resolve-question.ts';
import { type ReviewAnswer, reviewsAnswer } from './reviews-answer.ts';
import { toldChanges, type ToldChange } from './told-changes.ts';

/**
 * All that a board paper or a workbook tells of a plan, on one date, as known at one time, at one ordinal. The plan's
 * ratings then and now are `before?.counts.byRating` and `plan.counts.byRating`; its priorities, targets, data needs,
 * glossary and narratives stand in `plan`.
 */
export type PaperAnswer = Readonly<{
  asOf: LocalDate;
  knownAt: Instant | Ordinal | null;
  ordinal: Ordinal;
  /** The document that alone is asked, with those before it; `null` where everything is. */
  asIn: Readonly<{ sha256: string; name: string }> | null;
  plan: PlanAnswer;
  /** The name of the partnership whose plan it is; `null` where it belongs to none. */
  partnership: string | null;
  /** The ratings that the plan uses, in its order; "Not rated" is on no scale. */
  scale: ReadonlyArray<string>;
  /** The first end of the comparison, and the ordinal that it is known at. */
  since: Readonly<{ on: LocalDate; ordinal: Ordinal; why: SinceWhy }>;
  /** The plan at that end; `null` where it was not there yet. */
  before: PlanAnswer | null;
  /** How many changes there are of each kind. */
  counts: Readonly<Record<string, number>>;
  /** What changed in the plan's actions since, each with who said it, when and why; in the order of their refs. */
  changes: ReadonlyArray<ToldChange>;
  /** Those held by the paper's date, the latest first. */
  reviews: ReadonlyArray<ReviewAnswer>;
  owed: ReadonlyArray<OwedAnswer>;
  indicators: ReadonlyArray<IndicatorListed>;
}>;

/** The same place on both clocks, for a question that is resolved by itself. */
const questionAt = ({ point, asIn }: Resolved): Question => ({
  asOf: point.asOf,
  knownAt: { _tag: 'AtOrdinal', ordinal: point.knownAt },
  asIn: asIn?.sha256,
});

const planBefore = (deps: Readable, since: Resolved): E.Either<Failure, PlanAnswer | null> =>
  pipe(
    planAnswer(deps)(since),
    E.map((plan): PlanAnswer | null => plan),
    E.orElse((failure) => (failure._tag === 'Missing' ? E.right(null) : E.left(failure))),
  );

/**
 * What a paper tells of a plan, on the clocks of the question.
 * @param asked since when changes are told; by itself since the last review before the question's date, else since the
 * plan began. A date after the question's is `Invalid` in the field `since`
 */
export const paperAnswer =
  (deps: Readable) =>
  (question: Resolved, asked?: LocalDate): E.Either<Failure, PaperAnswer> =>
    pipe(
      E.Do,
      E.bind('plan', () => planAnswer(deps)(question)),
      E.bind('partnership', () => partnershipOf(deps)(question)),
      E.bind('scale', () => E.map(scaleOf)(cutFor(deps, question, ['exists', 'ratingScale']))),
      E.bind('held', () => reviewsAnswer(deps)(question)),
      E.bind('since', ({ held }) => paperSince(deps)(question, held.reviews, asked)),
      E.bind('before', ({ since }) => planBefore(deps, since.question)),
      E.bind('changed', ({ since }) => changesAnswer(deps)(since.question, question)),
      E.bind('changes', ({ since, changed }) =>
        toldChanges(deps)(since.question, question, changed.changes),
      ),
      E.bind('owed', () => owedAnswer(deps)({ plan: question.plan }, questionAt(question))),
      E.bind('indicators', () => indicatorsAnswer(deps)(question)),
      E.map(
        ({
          plan,
          partnership,
          scale,
          held,
          since,
          before,
          changed,
          changes,
          owed,
          indicators,
        }) => ({
          asOf: plan.asOf,
          knownAt: plan.knownAt,
          ordinal: plan.ordinal,
          asIn: question.asIn,
          plan,
          partnership,
          scale,
          since: { ...changed.from, why: since.why },
          before,
          counts: changed.counts,
          changes,
          reviews: held.reviews,
          owed,
          indicators,
        }),
      ),
    );
