import {
  askedOnPlan,
  type Failure,
  owedAnswer,
  type OwedAnswer,
  storage,
} from '@trackrecord/application';
import type { LookUpAskedOwed } from '@trackrecord/pages';
import { debtOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { owedReply } from './owed-reply.ts';
import { ownParties } from './own-parties.ts';

const kept = keptAnswers<ReadonlyArray<OwedAnswer>>(64);

/** What was asked for by email and not answered: as it is now, for whoever keeps the plan. */
const askedByEmail = (
  desk: Desk,
  { visitor }: Exchange,
  { plan, question, answer, dateBar }: AskedPlan,
): E.Either<Failure, LookUpAskedOwed | undefined> =>
  canOn(visitor, 'manage', plan) && isOnToday(question, dateBar.today)
    ? pipe(
        askedOnPlan(desk)(plan, answer.ordinal),
        E.map((lookUp) => (debt) => debtOf(debt).map(lookUp).at(0)),
      )
    : E.right(undefined);

/** Who owes an update on a plan, on any dates. */
export const showOwedOnPlan: Route = {
  method: 'GET',
  path: '/plans/:plan/owed',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the updates owed'),
      TE.chainEitherK((asked) =>
        pipe(
          E.Do,
          E.bind('head', () => E.mapLeft(storage)(desk.views.head())),
          E.bind('own', ({ head }) => ownParties(desk, exchange.visitor, head)),
          E.bind('debts', () =>
            kept(desk, asked.key, () =>
              owedAnswer(desk)(
                { plan: asked.plan },
                { ...asked.question, asOf: asked.answer.asOf },
              ),
            ),
          ),
          E.bind('asked', () => askedByEmail(desk, exchange, asked)),
          E.chain(({ own, debts, asked: byEmail }) =>
            owedReply(exchange, {
              path: `/plans/${asked.plan}/owed`,
              plan: { answer: asked.answer, may: mayWithPlan(exchange, asked) },
              debts,
              own,
              hasPlans: true,
              says: () => E.right(new Map([[asked.plan, asked.answer]])),
              question: asked.question,
              dateBar: asked.dateBar,
              dateErrors: asked.dateErrors,
              breadcrumbs: planBreadcrumbs(asked),
              asked: byEmail,
            }),
          ),
        ),
      ),
    ),
};
