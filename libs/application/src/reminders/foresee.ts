import {
  type Asked,
  type PlanId,
  type PlannedMessage,
  type ReminderPolicy,
} from '@trackrecord/domain';
import { addDays, type LocalDate } from '@trackrecord/kernel';
import {
  askedKey,
  canonicalParty,
  type Owed,
  nameOf,
  planMessages,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import { noPlan } from '../no-plan.ts';
import type { NamedParty } from '../questions/naming.ts';
import { type DueReminder, dueReminderOf } from './due-reminder.ts';
import { loadSituation, type PlanSituation } from './load-situation.ts';

import { look, plansAsked } from './look.ts';
import { messagesOf, stillAsked } from './plan-run.ts';
import { quietBecause } from './quiet-days.ts';
import type { Foreseeing } from './reminding.ts';

const situationOf = (
  deps: Foreseeing,
  plan: PlanId,
  asked: Parameters<typeof loadSituation>[3],
): E.Either<Failure, PlanSituation> =>
  pipe(
    look(deps),
    E.chain((known) => loadSituation(deps, known, plan, asked)),
    E.filterOrElse(
      ({ facts }) => facts.title !== '',
      () => noPlan(plan),
    ),
  );

/** Whether a plan's reminders go out on a day at all. */
const goesOut = ({ bankHolidays }: Foreseeing, { policy, facts, today }: PlanSituation): boolean =>
  !policy.paused &&
  facts.status === 'open' &&
  quietBecause(policy, bankHolidays, today) === undefined;

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
          .filter((situation) => goesOut(deps, situation))
          .flatMap((situation) => messagesOf(situation).map(dueReminderOf(situation))),
      ),
    );

/** What is foreseen of a policy: on which days how much goes out, if nobody answers. */
export type PolicyPreview = Readonly<{
  /** The next day on which anything may go out, and what would; `null` where nothing may for as long as is foreseen. */
  next: Readonly<{ on: LocalDate; reminders: ReadonlyArray<DueReminder> }> | null;
  days: ReadonlyArray<Readonly<{ on: LocalDate; messages: number; people: number }>>;
  /** Who owes something and cannot be asked: no address, or they decline reminders. */
  unreached: ReadonlyArray<NamedParty>;
  /** What nobody owns and no manager is there to be asked for. */
  reachesNobody: number;
  /** Whether it would send nothing at all although updates are owed, or so much that nobody would read it. */
  warnings: ReadonlyArray<'nothing' | 'flood' | 'paused' | 'nobody to ask'>;
}>;

/** As far as a policy is foreseen. */
export const foreseenDays = 28;

/** More messages than this to one person, in as many days as are foreseen, are a flood: one every other working day. */
const most = 10;

type Day = Readonly<{ situation: PlanSituation; messages: ReadonlyArray<PlannedMessage> }>;

type Foreseen = Readonly<{ asked: ReadonlyArray<Asked>; days: ReadonlyArray<Day> }>;

const afterAsking = (
  { today, ordinal }: PlanSituation,
  asked: ReadonlyArray<Asked>,
  messages: ReadonlyArray<PlannedMessage>,
): ReadonlyArray<Asked> => {
  const now = messages.flatMap(({ to, items }, place) =>
    items.map(({ debt, level }, at): Asked => ({
      ...debt,
      ...{ to, level, ordinal, first: today, last: today, times: 1 },
      ...{ run: today, message: place + 1, item: at + 1 },
    })),
  );
  return [...new Map([...asked, ...now].map((one) => [askedKey(one), one])).values()];
};

const withDay =
  (deps: Foreseeing) =>
  ({ asked, days }: Foreseen, situation: PlanSituation): Foreseen => {
    const messages = goesOut(deps, situation) ? planMessages({ ...situation, asked }) : [];
    return {
      asked: afterAsking(situation, asked, messages),
      days: [...days, { situation, messages }],
    };
  };

const owing = (owed: ReadonlyArray<Owed>): ReadonlyArray<string> => [
  ...new Set(owed.flatMap(({ party }) => (party === null ? [] : [party]))),
];

const unreachedIn = ({ owed, contacts }: PlanSituation): ReadonlyArray<NamedParty> => {
  const { directory, recipients } = contacts;
  const canonical = canonicalParty(directory);
  return [...new Set(owing(owed).map((party) => canonical(party)))]
    .filter((party) => recipients(party).length === 0)
    .map((id) => ({ id, name: nameOf(directory)(id) }));
};

const warningsOf = (
  { policy, owed, contacts }: PlanSituation,
  days: ReadonlyArray<Day>,
): PolicyPreview['warnings'] => {
  if (policy.paused) return ['paused'];
  const all = days.flatMap(({ messages }) => messages);
  const perPerson = [...Map.groupBy(all, ({ to }) => to).values()].map(({ length }) => length);
  const asksNobody =
    owed.some(({ party }) => party === null) &&
    contacts.managers.flatMap(contacts.recipients).length === 0;
  return [
    ...(all.length === 0 ? (['nothing'] as const) : []),
    ...(perPerson.some((count) => count > most) ? (['flood'] as const) : []),
    ...(asksNobody ? (['nobody to ask'] as const) : []),
  ];
};

/** What a policy would do from the next day on, if nobody answered: before it is saved. */
export const previewPolicy =
  (deps: Foreseeing) =>
  (plan: PlanId, policy?: ReminderPolicy): E.Either<Failure, PolicyPreview> =>
    pipe(
      situationOf(deps, plan, { policy }),
      E.bindTo('now'),
      E.bind('situations', ({ now }) =>
        pipe(
          Array.from({ length: foreseenDays }, (_, day) => addDays(day + 1)(now.today)),
          E.traverseArray((on) => situationOf(deps, plan, { on, policy })),
        ),
      ),
      E.map(({ now, situations }) => {
        const begin: Foreseen = { asked: stillAsked(now), days: [] };
        const { days } = situations.reduce(withDay(deps), begin);
        const next = days.find(({ situation }) => goesOut(deps, situation));
        return {
          next:
            next === undefined
              ? null
              : {
                  on: next.situation.today,
                  reminders: next.messages.map(dueReminderOf(next.situation)),
                },
          days: days.map(({ situation, messages }) => ({
            on: situation.today,
            messages: messages.length,
            people: new Set(messages.map(({ to }) => to)).size,
          })),
          unreached: unreachedIn(now),
          reachesNobody: now.owed.filter(
            ({ party }) =>
              party === null && now.contacts.managers.flatMap(now.contacts.recipients).length === 0,
          ).length,
          warnings: warningsOf(now, days),
        };
      }),
    );
