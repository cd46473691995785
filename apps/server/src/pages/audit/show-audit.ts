import {
  type Failure,
  mayNot,
  type PlanListed,
  plansAnswer,
  type Question,
  resolveKnownAt,
  resolveQuestion,
  storage,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { canOn } from '../../access/may-ask.ts';
import { overseen } from '../../access/overseen.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import { type TrailPlace, trailReply } from './trail-reply.ts';

const keptPlans = keptAnswers<ReadonlyArray<PlanListed>>(1);

/** The plans whose whole trail a visitor may see; whoever may see none is told so. */
const auditable = (
  desk: Desk,
  { visitor }: Exchange,
  head: number,
): E.Either<Failure, ReadonlyArray<Readonly<{ id: PlanId; title: string }>>> =>
  pipe(
    keptPlans(desk, String(head), () => plansAnswer(desk)),
    E.map((plans) =>
      plans
        .flatMap(({ id, title }) => (PlanId.is(id) ? [{ id, title }] : []))
        .filter(({ id }) => canOn(visitor, 'audit', id)),
    ),
    E.filterOrElse(
      (plans) => plans.length > 0 || canOn(visitor, 'audit', null),
      () => mayNot('audit', null),
    ),
  );

const placeOf = (desk: Desk, exchange: Exchange, head: number): E.Either<Failure, TrailPlace> => {
  const { question: asked, errors, bar } = askedDates(exchange);
  // Documents are of one plan: no question of all plans is asked as in one.
  const question: Question = { asOf: asked.asOf, knownAt: asked.knownAt };
  const today = desk.clock.today(pagesZone);
  return pipe(
    E.Do,
    E.bind('plans', () => auditable(desk, exchange, head)),
    E.bind('ordinal', () => resolveKnownAt(desk, pagesZone, question.knownAt)),
    E.bind('questions', ({ plans }) =>
      pipe(
        plans,
        E.traverseArray(({ id }) => resolveQuestion(desk)(id, question)),
      ),
    ),
    E.bind('access', () =>
      exchange.visitor._tag === 'Known'
        ? overseen(desk, exchange.visitor.principal, question)
        : E.right(undefined),
    ),
    E.map(({ plans, ordinal, questions, access }) => ({
      path: '/audit',
      plan: null,
      planTitles: new Map(plans.map(({ id, title }) => [id, title])),
      questions,
      access,
      question,
      dateBar: {
        ...bar,
        question,
        subject: 'the audit trail',
        today,
        asOf: question.asOf ?? today,
        ordinal,
        documents: [],
      },
      dateErrors: errors,
      // A page of its own in the navigation: it is under nothing.
      breadcrumbs: [],
      head,
    })),
  );
};

/** The audit trail of every plan whose trail a visitor may see. */
export const showAudit: Route = {
  method: 'GET',
  path: '/audit',
  audience: 'people',
  may: 'signed in',
  answer: (desk) => (exchange) =>
    pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) => placeOf(desk, exchange, head)),
      TE.chain((place) => trailReply(desk, exchange, place)),
    ),
};
