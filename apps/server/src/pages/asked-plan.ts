import {
  type Failure,
  type PlanAnswer,
  type Question,
  type Resolved,
  resolveQuestion,
  storage,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { type DateBar, type FormErrors, noErrors, parseDates, withDates } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { keptPlan } from '../http/kept-plan.ts';
import { noSuchPlan } from './no-such-plan.ts';

/** A plan that a page is about, at the two clocks that were asked for. */
export type AskedPlan = Readonly<{
  plan: PlanId;
  question: Question;
  resolved: Resolved;
  answer: PlanAnswer;
  /** All that the answer depends on, for what is worked out from it and kept. */
  key: string;
  dateBar: DateBar;
  /** A link of ours that stays on these dates. */
  link: (href: string) => string;
  /** What was wrong with the dates; the page is then of today. */
  dateErrors: FormErrors;
}>;

type Typed = Readonly<{ asOf?: string; knownAt?: string; asIn?: string }>;

const typedIn = ({ query }: Exchange): Typed =>
  Object.fromEntries(
    ['asOf', 'knownAt', 'asIn'].flatMap((name) => {
      const value = query.one(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

type Dates = Readonly<{ question: Question; errors: FormErrors; typed: Typed }>;

/** Dates that are no dates are told in the date bar, above the page of today. */
const datesIn = (exchange: Exchange): Dates => {
  const typed = typedIn(exchange);
  return pipe(
    parseDates(typed),
    E.match(
      (errors): Dates => ({ question: {}, errors, typed }),
      (question): Dates => ({ question, errors: noErrors, typed }),
    ),
  );
};

/** The address of a page with everything that it was asked but the dates. */
const hereOf = ({ path, query }: Exchange): string => {
  const asked = new URLSearchParams();
  query.names().forEach((name) => {
    query.all(name).forEach((value) => {
      asked.append(name, value);
    });
  });
  return withDates(`${path}?${asked.toString()}`, {});
};

/** The plan that the path names, as its query asks for it. The views take in first what the log has beyond them. */
export const askedPlan =
  (desk: Desk) =>
  (exchange: Exchange, subject = 'the plan'): TE.TaskEither<Failure, AskedPlan> => {
    const named = exchange.params['plan'];
    if (!PlanId.is(named)) return TE.left(noSuchPlan(named ?? ''));
    const { question, errors, typed } = datesIn(exchange);
    return pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) =>
        pipe(
          resolveQuestion(desk)(named, question),
          E.chain((resolved) =>
            pipe(
              keptPlan(desk, resolved, head),
              E.map((kept) => ({ resolved, ...kept })),
            ),
          ),
        ),
      ),
      TE.map(({ resolved, answer, key }) => ({
        plan: named,
        question,
        resolved,
        answer,
        key,
        dateErrors: errors,
        link: (href) => withDates(href, question),
        dateBar: {
          here: hereOf(exchange),
          subject,
          today: desk.clock.today(answerZone),
          question,
          asOf: answer.asOf,
          ordinal: answer.ordinal,
          documents: answer.documents.map(({ sha256, name, on }) => ({
            value:
              answer.documents.filter((other) => other.name === name).length > 1 ? sha256 : name,
            name,
            on,
          })),
          ...(errors.length === 0 ? {} : { refused: { typed: { ...typed }, errors } }),
        },
      })),
    );
  };

/** Whose calendar says which day it is for pages; plans of other zones are asked in their own. */
const answerZone = 'Europe/London';
