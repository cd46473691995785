import {
  type DirectoryAnswer,
  directoryAnswer,
  type Failure,
  mayNot,
  type PlansSeen,
  storage,
} from '@trackrecord/application';
import { type DateBar, type FormErrors, withDates } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { hasAnywhere } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedDates, pagesZone } from '../asked-dates.ts';
import {
  everybodysAnswer,
  type EverybodysQuestion,
  everybodysQuestion,
  seenBy,
} from '../everybodys-answer.ts';

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

const answerFor = everybodysAnswer(directoryAnswer, 16);

/** People and organisations, and what they do in the plans that the visitor may read. */
export const askedDirectory =
  (desk: Desk) =>
  (exchange: Exchange, subject: string): TE.TaskEither<Failure, AskedDirectory> => {
    const { question: asked, errors, bar } = askedDates(exchange);
    const question = everybodysQuestion(asked);
    const seen = seenBy(exchange.visitor);
    const today = desk.clock.today(pagesZone);
    return pipe(
      // Who has a role on no plan has no business with the people of any.
      hasAnywhere('read')(exchange.visitor)
        ? TE.right<Failure, null>(null)
        : TE.left(mayNot('read', null)),
      TE.chain(() => TE.mapLeft(storage)(desk.views.catchUp())),
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
