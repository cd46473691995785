import { type Failure, missing } from '@trackrecord/application';
import { LocalDate } from '@trackrecord/kernel';
import type { RemindersOf } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type { Exchange } from '../../http/exchange.ts';
import type { AskedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';

/** What every page about a plan's reminders says of the plan, and of whoever looks. */
export const remindersOf = (exchange: Exchange, asked: AskedPlan): RemindersOf => ({
  plan: asked.answer.plan,
  question: asked.question,
  may: mayWithPlan(exchange, asked),
});

/** The message that the path names: the day of its run, and its number. */
export const messageIn = ({
  params,
}: Pick<Exchange, 'params'>): E.Either<Failure, Readonly<{ on: LocalDate; message: number }>> => {
  const [day = '', number = ''] = [params['day'], params['message']];
  return LocalDate.is(day) && /^[1-9]\d{0,5}$/u.test(number)
    ? E.right({ on: day, message: Number(number) })
    : E.left(
        missing(
          `There is no message “${day.slice(0, 40)}/${number.slice(0, 40)}”: they are named by the day on which they were to leave and their number, such as 2026-07-06/1.`,
          'message',
        ),
      );
};
