import type { Asked, PlanId, PlannedMessage, ReminderPolicy } from '@trackrecord/domain';
import { addDays, type LocalDate } from '@trackrecord/kernel';
import {
  askedKey,
  type Cadence,
  canonicalParty,
  nameOf,
  type Owed,
  planMessages,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { NamedParty } from '../questions/naming.ts';
import { type DueReminder, dueReminderOf } from './due-reminder.ts';
import { situationOf } from './foresee.ts';
import type { PlanSituation } from './load-situation.ts';
import { notOnDay, stillAsked } from './plan-run.ts';
import { quietBecause } from './quiet-days.ts';
import type { Foreseeing } from './reminding.ts';

/** A day that is foreseen: how much goes out, to how many; `quiet` says why nothing may on that day. */
export type ForeseenDay = Readonly<{
  on: LocalDate;
  messages: number;
  people: number;
  quiet: string | null;
}>;

/** What is wrong with a policy for a plan: a flood, or nothing although updates are owed, is told before it is saved. */
export type PolicyWarning = 'nothing' | 'flood' | 'paused' | 'nobody to ask';

/** Whether a warning is one that a policy is saved with only by whoever means it: it would send nothing, or a flood. */
export const isGraveWarning = (warning: PolicyWarning): boolean =>
  warning === 'nothing' || warning === 'flood';

/** What is foreseen of a policy: on which days how much goes out, if nobody answers. */
export type PolicyPreview = Readonly<{
  /** The first day on which anything goes out, and what; `null` where nothing does for as long as is foreseen. */
  next: Readonly<{ on: LocalDate; reminders: ReadonlyArray<DueReminder> }> | null;
  days: ReadonlyArray<ForeseenDay>;
  /** Who owes something and cannot be asked: no address, or they decline reminders. */
  unreached: ReadonlyArray<NamedParty>;
  /** What nobody owns and no manager is there to be asked for. */
  reachesNobody: number;
  /** Who would get more messages than anybody reads, and how many, in as many days as are foreseen. */
  floods: ReadonlyArray<NamedParty & Readonly<{ messages: number }>>;
  warnings: ReadonlyArray<PolicyWarning>;
}>;

/** As far as a policy is foreseen. */
export const foreseenDays = 28;

/** More messages than this to one person, in as many days as are foreseen, are a flood: one every other working day. */
export const mostBeforeFlood = 10;

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
    const messages =
      notOnDay(deps, situation) === undefined ? planMessages({ ...situation, asked }) : [];
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

const ofNobody = ({ owed, contacts }: PlanSituation): number =>
  contacts.managers.flatMap(contacts.recipients).length === 0
    ? owed.filter(({ party }) => party === null).length
    : 0;

const floodsIn = (
  { contacts }: PlanSituation,
  days: ReadonlyArray<Day>,
): PolicyPreview['floods'] => {
  const all = days.flatMap(({ messages }) => messages);
  return [...Map.groupBy(all, ({ to }) => to)]
    .filter(([, { length }]) => length > mostBeforeFlood)
    .map(([id, { length: messages }]) => ({ id, name: nameOf(contacts.directory)(id), messages }))
    .toSorted((a, b) => b.messages - a.messages);
};

const warningsOf = (
  { policy }: PlanSituation,
  { next, floods, reachesNobody }: Omit<PolicyPreview, 'warnings'>,
): PolicyPreview['warnings'] =>
  policy.paused
    ? ['paused']
    : [
        ...(next === null ? (['nothing'] as const) : []),
        ...(floods.length > 0 ? (['flood'] as const) : []),
        ...(reachesNobody > 0 ? (['nobody to ask'] as const) : []),
      ];

const dayOf =
  ({ bankHolidays }: Foreseeing) =>
  ({ situation: { today, policy }, messages }: Day): ForeseenDay => ({
    on: today,
    messages: messages.length,
    people: new Set(messages.map(({ to }) => to)).size,
    quiet: quietBecause(policy, bankHolidays, today) ?? null,
  });

/** The days to come; today too where its reminders have not run: a policy that is saved now may send at once. */
const daysFrom = ({ today, lastRun }: PlanSituation): ReadonlyArray<LocalDate> => {
  const first = lastRun !== null && lastRun.on >= today ? 1 : 0;
  return Array.from({ length: foreseenDays }, (_, day) => addDays(day + first)(today));
};

/**
 * What a policy would do from the next day on that reminders can run, if nobody answered: before it is saved.
 * @param policy another than the plan's own
 * @param cadence another than the plan's own
 */
export const previewPolicy =
  (deps: Foreseeing) =>
  (plan: PlanId, policy?: ReminderPolicy, cadence?: Cadence): E.Either<Failure, PolicyPreview> =>
    pipe(
      situationOf(deps, plan, { policy, cadence }),
      E.bindTo('now'),
      E.bind('situations', ({ now }) =>
        pipe(
          daysFrom(now),
          E.traverseArray((on) => situationOf(deps, plan, { on, policy, cadence })),
        ),
      ),
      E.map(({ now, situations }) => {
        const begin: Foreseen = { asked: stillAsked(now), days: [] };
        const { days } = situations.reduce(withDay(deps), begin);
        const next = days.find(({ messages }) => messages.length > 0);
        const told = {
          next:
            next === undefined
              ? null
              : {
                  on: next.situation.today,
                  reminders: next.messages.map(dueReminderOf(next.situation)),
                },
          days: days.map(dayOf(deps)),
          unreached: unreachedIn(now),
          reachesNobody: ofNobody(now),
          floods: floodsIn(now, days),
        };
        return { ...told, warnings: warningsOf(now, told) };
      }),
    );
