import {
  type Failure,
  punctualityAnswer,
  type PunctualityAnswer,
  storage,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { type FormErrors, parseUkDate, punctualityPage } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { punctualityColumns, punctualityRows } from '../../api/questions/punctuality-columns.ts';
import { fileWords } from '../../api/table.ts';
import type { Desk } from '../../desk.ts';
import { csvOf } from '../../http/csv.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { remindersOf } from './asked-reminders.ts';

const kept = keptAnswers<PunctualityAnswer>(32);

type Period = Readonly<{ from: LocalDate | undefined; to: LocalDate | undefined }>;
type AskedPeriod = Readonly<{ period: Period; errors: FormErrors }>;

const dateIn = (
  { query }: Exchange,
  field: string,
  name: string,
): Readonly<{ value: LocalDate | undefined; errors: FormErrors }> => {
  const typed = query.one(field)?.trim() ?? '';
  if (typed === '') return { value: undefined, errors: [] };
  return pipe(
    parseUkDate(name)(typed),
    E.matchW(
      (message) => ({ value: undefined, errors: [{ field, message }] }),
      (value) => ({ value, errors: [] }),
    ),
  );
};

const periodIn = (exchange: Exchange): AskedPeriod => {
  const [from, to] = [dateIn(exchange, 'from', 'From'), dateIn(exchange, 'to', 'To')];
  const errors = [...from.errors, ...to.errors];
  const isBackwards = from.value !== undefined && to.value !== undefined && to.value < from.value;
  return isBackwards
    ? {
        period: { from: undefined, to: undefined },
        errors: [{ field: 'to', message: 'To: Enter a day that is not before the first.' }],
      }
    : { period: { from: from.value, to: to.value }, errors };
};

const answerOf = (
  desk: Desk,
  { plan, key }: AskedPlan,
  period: Period,
): E.Either<Failure, PunctualityAnswer> =>
  pipe(
    desk.views.head(),
    E.mapLeft(storage),
    E.chain((head) =>
      kept(desk, JSON.stringify([key, head, period.from, period.to]), () =>
        punctualityAnswer(desk)(plan, period),
      ),
    ),
  );

const asTable = (answer: PunctualityAnswer): Reply => ({
  _tag: 'Body',
  status: 200,
  type: 'text/csv; charset=utf-8',
  body: csvOf(punctualityColumns, punctualityRows(answer)),
  fileName: `${fileWords(answer.plan, 'punctuality-as-of', answer.asOf)}.csv`,
});

/** Who answers a plan's reminders in time. */
export const showPunctuality: Route = {
  method: 'GET',
  path: '/plans/:plan/punctuality',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'who answers in time'),
      TE.chainEitherK((asked) => {
        const { period, errors } = periodIn(exchange);
        const typed = (field: string): string => exchange.query.one(field) ?? '';
        return pipe(
          answerOf(desk, asked, period),
          E.map((answer): Reply => {
            if (exchange.query.one('format') === 'csv' && errors.length === 0)
              return asTable(answer);
            return page(
              {
                ...punctualityPage({
                  ...remindersOf(exchange, asked),
                  question: {},
                  answer,
                  period: { from: typed('from'), to: typed('to') },
                  errors,
                }),
                section: 'plans',
                breadcrumbs: planBreadcrumbs(asked),
                dataLinks: [{ text: 'CSV', href: `/plans/${asked.plan}/punctuality?format=csv` }],
                errors,
              },
              errors.length === 0 ? 200 : 400,
            );
          }),
        );
      }),
    ),
};
