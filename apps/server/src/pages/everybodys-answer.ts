import type { Failure, PlansSeen, Question } from '@trackrecord/application';
import { plansReadableBy } from '@trackrecord/application';
import { knownAtText } from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import type { Desk } from '../desk.ts';
import type { Visitor } from '../http/exchange.ts';
import { keptAnswers } from '../http/kept-answers.ts';
import { pagesZone } from './asked-dates.ts';

/** Documents are of one plan: nothing about all plans, or everybody, is asked as in one. */
export type EverybodysQuestion = Pick<Question, 'asOf' | 'knownAt'>;

/** As much of a question as is of no one plan. */
export const everybodysQuestion = ({ asOf, knownAt }: Question): EverybodysQuestion => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

const nothing: PlansSeen = new Set();

/** The plans that a visitor may read. */
export const seenBy = (visitor: Visitor): PlansSeen =>
  visitor._tag === 'Known' ? plansReadableBy(visitor.principal) : nothing;

type Ask<A> = (
  desk: Desk,
) => (question: EverybodysQuestion, seen: PlansSeen) => E.Either<Failure, A>;

/**
 * Answers a question that is of no one plan; visitors who may read the same plans share an answer, until the log moves.
 * @param most how many answers are kept
 */
export const everybodysAnswer = <A extends object>(ask: Ask<A>, most: number) => {
  const kept = keptAnswers<A>(most);
  return (
    desk: Desk,
    { asOf = desk.clock.today(pagesZone), knownAt }: EverybodysQuestion,
    seen: PlansSeen,
    head: number,
  ): E.Either<Failure, A> => {
    const key = JSON.stringify([
      asOf,
      knownAt === undefined ? '' : knownAtText(knownAt),
      seen === 'all' ? seen : [...seen].toSorted(),
      head,
    ]);
    return kept(desk, key, () => ask(desk)(everybodysQuestion({ asOf, knownAt }), seen));
  };
};
