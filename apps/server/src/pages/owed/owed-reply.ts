import type { Failure, OwedAnswer, PlanAnswer, Question } from '@trackrecord/application';
import {
  type Breadcrumb,
  type DateBar,
  type FormErrors,
  owedGroupingsOf,
  owedOnPage,
  owedPage,
  type OwedPageOf,
  owedShown,
  parseOwedParams,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { isOnToday } from '../action/on-today.ts';
import { page } from '../page-reply.ts';
import { mayAboutOf } from './may-about.ts';
import { formatIn, owedAsData, owedDataLinks } from './owed-as-data.ts';

/** What a page of updates owed is made of. */
export type OwedPlace = Readonly<{
  path: string;
  plan: OwedPageOf['plan'];
  debts: ReadonlyArray<OwedAnswer>;
  own: ReadonlySet<string>;
  /** What plans say, by id, those that are there. */
  says: (
    plans: ReadonlyArray<OwedAnswer['plan']>,
  ) => E.Either<Failure, ReadonlyMap<string, PlanAnswer>>;
  hasPlans: boolean;
  question: Question;
  dateBar: DateBar;
  dateErrors: FormErrors;
  breadcrumbs: ReadonlyArray<Breadcrumb>;
  /** What was asked for by email, for whoever keeps the plan, today. */
  asked?: OwedPageOf['asked'];
}>;

/** The page, or what it shows as data. */
export const owedReply = (exchange: Exchange, of: OwedPlace): E.Either<Failure, Reply> => {
  const { plan, debts, own, question, dateBar, path } = of;
  const { params, errors } = parseOwedParams(exchange.query.all, owedGroupingsOf(plan !== null));
  const shown = owedShown(debts, params, own);
  const format = formatIn(exchange.query.one('format'));
  if (format !== undefined)
    return E.right(
      owedAsData(shown, format, [
        plan?.answer.plan.id ?? '',
        'updates-owed-as-of',
        dateBar.asOf,
        'known-at',
        dateBar.ordinal,
        'shown',
      ]),
    );
  const lines = [...owedOnPage(shown.lines, params.page).lines, ...shown.whole, ...shown.data];
  return pipe(
    of.says([...new Set(lines.map((line) => line.plan))]),
    E.map((plans) =>
      page(
        {
          ...owedPage({
            plan,
            debts,
            shown,
            plans,
            own,
            params,
            question,
            isToday: isOnToday(question, dateBar.today),
            hasPlans: of.hasPlans,
            mayAbout: mayAboutOf(exchange.visitor, plans, debts, own),
            asked: of.asked,
            errors,
          }),
          section: plan === null ? 'owed' : 'plans',
          breadcrumbs: of.breadcrumbs,
          dateBar,
          dataLinks: owedDataLinks(path, params, question),
          errors,
          wide: true,
        },
        of.dateErrors.length + errors.length === 0 ? 200 : 400,
      ),
    ),
  );
};
