import { invalid } from '@trackrecord/application';
import { actionsShown, parsePlanParams, planChoices } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actionColumns } from '../../api/questions/columns.ts';
import { fileWords } from '../../api/table.ts';
import { csvOf } from '../../http/csv.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { askedPlan } from '../asked-plan.ts';

const csvReply = (name: string, body: string): Reply => ({
  _tag: 'Body',
  status: 200,
  type: 'text/csv; charset=utf-8',
  body,
  fileName: `${name}.csv`,
});

/** The actions that a plan's page shows, in its order, as a table: with the columns that the API gives too. */
export const exportActions: Route = {
  method: 'GET',
  path: '/plans/:plan/actions.csv',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange),
      TE.chainEitherK(({ answer, plan, dateErrors }) => {
        const { params, errors } = parsePlanParams(exchange.query.all, planChoices(answer));
        const [refused] = [...dateErrors, ...errors];
        return refused === undefined
          ? E.right(
              csvReply(
                fileWords(plan, 'as-of', answer.asOf, 'known-at', answer.ordinal, 'shown'),
                csvOf(actionColumns, actionsShown(answer, params)),
              ),
            )
          : E.left(invalid(refused.message, refused.field));
      }),
    ),
};
