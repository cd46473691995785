import {
  type Failure,
  type PlanAnswer,
  type Question,
  type Resolved,
  resolveQuestion,
  storage,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { type DateBar, type FormErrors, withDates } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { keptPlan } from '../http/kept-plan.ts';
import type { Reply } from '../http/reply.ts';
import { askedDates, pagesZone } from './asked-dates.ts';
import { noSuchPlan } from './no-such-plan.ts';

/** A plan that a page is about, at the two clocks that were asked for. */
export type AskedPlan = Readonly<{
  plan: PlanId;
  question: Question;
  resolved: Resolved;
  answer: PlanAnswer;
  /** The ordinal that the views stood at. */
  head: number;
  /** All that the answer depends on, for what is worked out from it and kept. */
  key: string;
  dateBar: DateBar;
  /** A link of ours that stays on these dates. */
  link: (href: string) => string;
  /** What was wrong with the dates; the page is then of today, and its frame tells them. */
  dateErrors: FormErrors;
}>;

/** A page that dates were refused on is of today, and does not pass for one that was asked for. */
export const onRefusedDates =
  ({ dateErrors }: Pick<AskedPlan, 'dateErrors'>) =>
  (reply: Reply): Reply =>
    dateErrors.length > 0 && reply._tag === 'Page' && reply.status === 200
      ? { ...reply, status: 400 }
      : reply;

/** The plan that the path names, as its query asks for it. The views take in first what the log has beyond them. */
export const askedPlan =
  (desk: Desk) =>
  (exchange: Exchange, subject = 'the plan'): TE.TaskEither<Failure, AskedPlan> => {
    const named = exchange.params['plan'];
    if (!PlanId.is(named)) return TE.left(noSuchPlan(named ?? ''));
    const { question, errors, bar } = askedDates(exchange);
    return pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) =>
        pipe(
          resolveQuestion(desk)(named, question),
          E.chain((resolved) =>
            pipe(
              keptPlan(desk, resolved, head),
              E.map((kept) => ({ resolved, head, ...kept })),
            ),
          ),
        ),
      ),
      TE.map(({ resolved, head, answer, key }) => ({
        plan: named,
        question,
        resolved,
        answer,
        head,
        key,
        dateErrors: errors,
        link: (href) => withDates(href, question),
        dateBar: {
          ...bar,
          subject,
          today: desk.clock.today(pagesZone),
          asOf: answer.asOf,
          ordinal: answer.ordinal,
          documents: answer.documents.map(({ sha256, name, on }) => ({
            value:
              answer.documents.filter((other) => other.name === name).length > 1 ? sha256 : name,
            name,
            on,
          })),
        },
      })),
    );
  };
