import { type Question, storage } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { trailReply } from './trail-reply.ts';

/** A trail tells everything that was recorded: as in a document, there is none. Its date stays. */
const withoutDocument = ({ question, answer }: AskedPlan): Question =>
  question.asIn === undefined
    ? question
    : {
        asOf: answer.asOf,
        ...(question.knownAt === undefined ? {} : { knownAt: question.knownAt }),
      };

/** A plan's audit trail: who recorded what, when, on whose word, by which channel, why and from where. */
export const showAuditOfPlan: Route = {
  method: 'GET',
  path: '/plans/:plan/audit',
  audience: 'people',
  may: 'audit',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the audit trail'),
      TE.chain((asked) =>
        pipe(
          TE.fromEither(E.mapLeft(storage)(desk.views.head())),
          TE.chain((head) => {
            const question = withoutDocument(asked);
            return trailReply(desk, exchange, {
              path: `/plans/${asked.plan}/audit`,
              plan: { answer: asked.answer, may: mayWithPlan(exchange, asked) },
              planTitles: new Map(),
              questions: [asked.resolved],
              access: undefined,
              question,
              dateBar: { ...asked.dateBar, question, documents: [] },
              dateErrors: asked.dateErrors,
              breadcrumbs: planBreadcrumbs(asked),
              head,
            });
          }),
        ),
      ),
    ),
};
