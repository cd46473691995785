import type { MessageState, PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import { plansAsked } from '../questions/plans-asked.ts';
import type { Readable } from '../trackrecord.ts';
import { type DueReminder, dueReminderOf } from './due-reminder.ts';
import { loadSituation } from './load-situation.ts';
import { look } from './look.ts';

/** A reminder of today, and what became of it so far. */
export type TodaysMessage = DueReminder & Readonly<{ message: number; state: MessageState }>;

/** What was asked of whom today, in each plan's own zone: of one plan, or of every plan. */
export const messagesToday =
  (deps: Readable) =>
  (plan?: PlanId): E.Either<Failure, ReadonlyArray<TodaysMessage>> =>
    pipe(
      E.Do,
      E.bind('known', () => look(deps)),
      E.bind('plans', () => plansAsked(deps, plan)),
      E.chain(({ known, plans }) =>
        pipe(
          plans,
          E.traverseArray((one) => loadSituation(deps, known, one)),
        ),
      ),
      E.map((situations) =>
        situations.flatMap((situation) => {
          const { lastRun, today } = situation;
          const told = dueReminderOf(situation);
          return lastRun?.on === today
            ? lastRun.messages.map((message) => ({
                ...told({
                  to: message.to,
                  items: message.items.filter(({ withdrawn }) => withdrawn === null),
                }),
                message: message.message,
                state: message.state,
              }))
            : [];
        }),
      ),
    );
