import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { PartyId, PlanId } from '../words.ts';
import { Asked, AskedItem, run, runOfPlan, Unreachable } from './fields.ts';
import { ReminderDue } from './reminder-due.ts';
import { ReminderEscalated } from './reminder-escalated.ts';
import { RemindersPlanned } from './reminders-planned.ts';

/** A message that a day's run is to send. */
export const PlannedMessage = t.type(
  { to: PartyId, items: t.readonlyArray(AskedItem) },
  'PlannedMessage',
);
export type PlannedMessage = t.TypeOf<typeof PlannedMessage>;

/** Fixes what is asked of whom on one day: once a plan and day, whoever comes first. */
export const PlanReminders = defineCommand(
  'PlanReminders',
  t.type({
    plan: PlanId,
    on: LocalDate,
    ordinal: Ordinal,
    askedBefore: t.readonlyArray(Asked),
    unreachable: t.readonlyArray(Unreachable),
    messages: t.readonlyArray(PlannedMessage),
  }),
);

export type PlanRemindersRefusal = AlreadyRegistered;

const escalations = (message: number, items: ReadonlyArray<AskedItem>) =>
  items.flatMap(({ level, because, insteadOf }, place) =>
    because === undefined
      ? []
      : [
          ReminderEscalated.of({
            message,
            item: place + 1,
            level,
            because,
            ...(insteadOf === undefined ? {} : { insteadOf }),
          }),
        ],
  );

export const planReminders: DecideOn<typeof PlanReminders, PlanRemindersRefusal, RemindersBody> =
  ({ cut }) =>
  ({ messages, ...planned }) =>
    O.isSome(runOfPlan.of(cut, run))
      ? E.left({
          _tag: 'AlreadyRegistered',
          what: `the reminders of ${planned.plan} on ${planned.on}`,
        })
      : E.right([
          RemindersPlanned.of(planned),
          ...messages.flatMap(({ to, items }, place) => [
            ReminderDue.of({ message: place + 1, to, items }),
            ...escalations(place + 1, items),
          ]),
        ]);
