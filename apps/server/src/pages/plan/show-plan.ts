import type { Failure } from '@trackrecord/application';
import {
  dateQuery,
  type FormErrors,
  parsePlanParams,
  planChoices,
  planPage,
  type PlanParams,
  planQuery,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page } from '../page-reply.ts';
import { planDataLinks } from './plan-data-links.ts';
import { planSurroundings, type PlanSurroundings } from './plan-surroundings.ts';

const keptSurroundings = keptAnswers<PlanSurroundings>(128);
const keptContents = keptAnswers<ReturnType<typeof planPage>>(64);

type Shown = Readonly<{ params: PlanParams; errors: FormErrors; search: string }>;

const contentOf = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  { params, errors, search }: Shown,
): E.Either<Failure, ReturnType<typeof planPage>> => {
  const may = mayWithPlan(exchange, asked);
  const mayChange = isOnToday(asked.question, asked.dateBar.today);
  const make = (): E.Either<Failure, ReturnType<typeof planPage>> =>
    pipe(
      keptSurroundings(desk, asked.key, () => planSurroundings(desk, asked.resolved)),
      E.map((around) =>
        planPage({
          ...around,
          answer: asked.answer,
          question: asked.question,
          params,
          refused: { errors, search },
          may,
          mayChange,
        }),
      ),
    );
  // What was refused is one visitor's own.
  if (errors.length > 0) return make();
  const key = JSON.stringify([
    asked.key,
    dateQuery(asked.question),
    planQuery(params),
    may,
    mayChange,
  ]);
  return keptContents(desk, key, make);
};

const shownIn = ({ query }: Exchange, { answer }: AskedPlan): Shown => {
  const { params, errors } = parsePlanParams(query.all, planChoices(answer));
  return { params, errors, search: errors.length === 0 ? '' : query.raw('search') };
};

/** A plan: its summary and its actions, on any dates, filtered, sorted and grouped as the address says. */
export const showPlan: Route = {
  method: 'GET',
  path: '/plans/:plan',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange),
      TE.chainEitherK((asked) => {
        const shown = shownIn(exchange, asked);
        const isRefused = asked.dateErrors.length + shown.errors.length > 0;
        return pipe(
          contentOf(desk, exchange, asked, shown),
          E.map(({ title, content }) =>
            page(
              {
                title,
                content,
                section: 'plans',
                breadcrumbs: [{ text: 'Plans', href: asked.link('/') }],
                dateBar: asked.dateBar,
                dataLinks: planDataLinks(asked, shown.params),
                errors: shown.errors,
                wide: true,
              },
              isRefused ? 400 : 200,
            ),
          ),
        );
      }),
    ),
};
