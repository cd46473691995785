import type { PlanId } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import { noPlan } from '../no-plan.ts';
import { plansAsked } from '../questions/plans-asked.ts';
import { type DueReminder, dueReminderOf } from './due-reminder.ts';
import { loadSituation, type PlanSituation, type SituationAsked } from './load-situation.ts';
import { look } from './look.ts';
import { messagesOf, notOnDay } from './plan-run.ts';
import type { Foreseeing } from './reminding.ts';

/** A plan that is there, as its reminders see it on a day. */
export const situationOf = (
  deps: Foreseeing,
  plan: PlanId,
  asked: SituationAsked,
): E.Either<Failure, PlanSituation> =>
  pipe(
    look(deps),
    E.chain((known) => loadSituation(deps, known, plan, asked)),
    E.filterOrElse(
      ({ facts }) => facts.title !== '',
      () => noPlan(plan),
    ),
  );

/**
 * The reminders that would go out on a day, as all is known now: of one plan, or of every plan.
 * @param on another day than today, of each plan
 */
export const remindersDue =
  (deps: Foreseeing) =>
  ({
    plan,
    on,
  }: Readonly<{ plan?: PlanId | undefined; on?: LocalDate | undefined }>): E.Either<
    Failure,
    ReadonlyArray<DueReminder>
  > =>
    pipe(
      plansAsked(deps, plan),
      E.chain(E.traverseArray((one) => situationOf(deps, one, { on }))),
      E.map((situations) =>
        situations
          .filter((situation) => notOnDay(deps, situation) === undefined)
          .flatMap((situation) => messagesOf(situation).map(dueReminderOf(situation))),
      ),
    );
