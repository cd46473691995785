import {
  type DirectoryAnswer,
  directoryAnswer,
  type Failure,
  plansReadableBy,
  type PlansSeen,
  type Question,
  storage,
} from '@trackrecord/application';
import { type DateBar, type FormErrors, knownAtText, withDates } from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange, Visitor } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';

/** Documents are of one plan: nothing about everybody is asked as in one. */
export type EverybodysQuestion = Pick<Question, 'asOf' | 'knownAt'>;

/** People and organisations at the dates that a page is asked for. */
export type AskedDirectory = Readonly<{
  question: EverybodysQuestion;
  seen: PlansSeen;
  answer: DirectoryAnswer;
  dateBar: DateBar;
  dateErrors: FormErrors;
  isToday: boolean;
  link: (href: string) => string;
}>;

const nothing: PlansSeen = new Set();

/** The plans that a visitor may read. */
export const seenBy = (visitor: Visitor): PlansSeen =>
  visitor._tag === 'Known' ? plansReadableBy(visitor.principal) : nothing;

const kept = keptAnswers<DirectoryAnswer>(16);

/** Visitors who may read the same plans share an answer. */
const answerFor = (
  desk: Desk,
  { knownAt, asOf }: EverybodysQuestion,
  seen: PlansSeen,
  head: number,
): E.Either<Failure, DirectoryAnswer> => {
  const date = asOf ?? desk.clock.today(pagesZone);
  const key = JSON.stringify([
    date,
    knownAt === undefined ? '' : knownAtText(knownAt),
    seen === 'all' ? seen : [...seen].toSorted(),
    head,
  ]);
  return kept(desk, key, () =>
    directoryAnswer(desk)({ asOf: date, ...(knownAt === undefined ? {} : { knownAt }) }, seen),
  );
};

/** People and organisations, and what they do in the plans that the visitor may read. */
export const askedDirectory =
  (desk: Desk) =>
  (exchange: Exchange, subject: string): TE.TaskEither<Failure, AskedDirectory> => {
    const { question: asked, errors, bar } = askedDates(exchange);
    const { asOf, knownAt } = asked;
    const question: EverybodysQuestion = {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
    };
    const seen = seenBy(exchange.visitor);
    const today = desk.clock.today(pagesZone);
    return pipe(
      desk.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK((head) => answerFor(desk, question, seen, head)),
      TE.map((answer) => ({
        question,
        seen,
        answer,
        isToday: isOnToday(question, today),
        link: (href) => withDates(href, question),
        dateErrors: errors,
        dateBar: {
          ...bar,
          question,
          subject,
          today,
          asOf: answer.asOf,
          ordinal: answer.ordinal,
          documents: [],
        },
      })),
    );
  };
