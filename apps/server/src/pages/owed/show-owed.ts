import {
  type Failure,
  owedAnswer,
  type OwedAnswer,
  type PlanAnswer,
  plansReadableBy,
  type PlansSeen,
  type Question,
  resolveKnownAt,
  resolveQuestion,
  storage,
} from '@trackrecord/application';
import { knownAtText } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange, Visitor } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import { keptPlan } from '../../http/kept-plan.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import { owedReply } from './owed-reply.ts';
import { ownParties } from './own-parties.ts';

const nothing: PlansSeen = new Set();

const seenBy = (visitor: Visitor): PlansSeen =>
  visitor._tag === 'Known' ? plansReadableBy(visitor.principal) : nothing;

/** What is missing on a date owes nothing then. */
const orNothing = <A>(failure: Failure): E.Either<Failure, ReadonlyArray<A>> =>
  failure._tag === 'Missing' ? E.right([]) : E.left(failure);

const hasPlans = (desk: Desk, seen: PlansSeen): E.Either<Failure, boolean> =>
  seen === 'all'
    ? pipe(
        desk.views.listStreams('plan'),
        E.bimap(storage, (plans) => plans.length > 0),
      )
    : E.right(seen.size > 0);

const owedOn = (
  desk: Desk,
  question: Question,
  seen: PlansSeen,
): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
  seen === 'all'
    ? owedAnswer(desk)({}, question)
    : pipe(
        [...seen].toSorted(),
        E.traverseArray((plan) =>
          pipe(owedAnswer(desk)({ plan }, question), E.orElse(orNothing<OwedAnswer>)),
        ),
        E.map((all) => all.flat()),
      );

const kept = keptAnswers<ReadonlyArray<OwedAnswer>>(16);

/** Visitors who may read the same plans share an answer. */
const debtsFor = (
  desk: Desk,
  question: Question,
  seen: PlansSeen,
  head: number,
): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
  kept(
    desk,
    JSON.stringify([
      question.asOf ?? desk.clock.today(pagesZone),
      question.knownAt === undefined ? '' : knownAtText(question.knownAt),
      seen === 'all' ? seen : [...seen].toSorted(),
      head,
    ]),
    () => owedOn(desk, question, seen),
  );

const saysOf =
  (desk: Desk, question: Question, head: number) =>
  (plans: ReadonlyArray<OwedAnswer['plan']>): E.Either<Failure, ReadonlyMap<string, PlanAnswer>> =>
    pipe(
      plans,
      E.traverseArray((plan) =>
        pipe(
          resolveQuestion(desk)(plan, question),
          E.chain((resolved) => keptPlan(desk, resolved, head)),
          E.map(({ answer }) => [plan, answer] as const),
        ),
      ),
      E.map((all) => new Map(all)),
    );

const reply = (desk: Desk, exchange: Exchange, head: number): E.Either<Failure, Reply> => {
  const { question: asked, errors, bar } = askedDates(exchange);
  // Documents are of one plan: no question of all plans is asked as in one.
  const question: Question = { asOf: asked.asOf, knownAt: asked.knownAt };
  const today = desk.clock.today(pagesZone);
  return pipe(
    E.Do,
    E.bind('ordinal', () => resolveKnownAt(desk, pagesZone, question.knownAt)),
    E.bind('own', () => ownParties(desk, exchange.visitor, head)),
    E.bind('debts', () => debtsFor(desk, question, seenBy(exchange.visitor), head)),
    E.bind('hasPlans', ({ debts }) =>
      debts.length > 0 ? E.right(true) : hasPlans(desk, seenBy(exchange.visitor)),
    ),
    E.chain(({ ordinal, own, debts, hasPlans: has }) =>
      owedReply(exchange, {
        path: '/owed',
        plan: null,
        debts,
        own,
        hasPlans: has,
        // A page of its own in the navigation: it is under nothing.
        breadcrumbs: [],
        says: saysOf(desk, question, head),
        question,
        dateBar: {
          ...bar,
          question,
          subject: 'the updates owed',
          today,
          asOf: question.asOf ?? today,
          ordinal,
          documents: [],
        },
        dateErrors: errors,
      }),
    ),
  );
};

/** Who owes an update on the plans that a visitor may read, on any dates. */
export const showOwed: Route = {
  method: 'GET',
  path: '/owed',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) =>
    pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) => reply(desk, exchange, head)),
    ),
};
