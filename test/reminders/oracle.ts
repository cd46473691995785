import { type Day, dayAfter, daysFrom, isQuiet } from './days.ts';
import { bounces, type Happening } from './happenings.ts';
import {
  debtsOf,
  emptyModel,
  happen,
  keyOf,
  type ModelDebt,
  type PlanModel,
} from './plan-model.ts';

/**
 * Who is asked for what on which day, by docs/reminders.md and nothing else: loops over an own little model of the plan.
 * It knows the policy that the year is played with: 7 days before; 1, 8 and 15 after; then every 28; supporters after
 * 14 days, the manager after 21, the sponsor after 42; one message a person; nothing on quiet days.
 */
export const manager = 'p-manager';
export const sponsor = 'p-sponsor';

const ownersDays = [-7, 1, 8, 15];
const thenEvery = 28;

/** A thing that a message asks for. */
export type ExpectedItem = Readonly<{
  about: string;
  reason: string;
  since: Day;
  due: Day;
  request: string | undefined;
  level: string;
  because: string | undefined;
  insteadOf: ReadonlyArray<string>;
}>;

export type ExpectedMessage = Readonly<{
  on: Day;
  to: string;
  address: string;
  items: ReadonlyArray<ExpectedItem>;
}>;

/** What came of a thing that was asked of somebody: by which happening it was answered, if it was. */
export type ExpectedEnd = Readonly<{
  /** When it was asked for last. */
  on: Day;
  to: string;
  debt: string;
  by: Happening;
  isAnswered: boolean;
}>;

export type Oracle = Readonly<{
  model: PlanModel;
  tell: (it: Happening) => void;
  /**
   * What goes out on a day, and is taken note of as asked; where nobody knows what became of a message, it counts as
   * asked too, and nobody learns that its address is gone.
   */
  run: (on: Day, isUnknown?: (on: Day, to: string) => boolean) => ReadonlyArray<ExpectedMessage>;
  /** What was asked and is owed no longer. */
  ended: ReadonlyArray<ExpectedEnd>;
  /** What was asked of whom and is still owed: its debt's key and the person. */
  asked: ReadonlyMap<string, Readonly<{ on: Day; to: string; debt: string }>>;
}>;

/** Whoever can be asked in a party's place: an organisation's people, else itself. */
const reached = ({ parties }: PlanModel, id: string): ReadonlyArray<string> => {
  const canBe = (one: string): boolean => {
    const party = parties.get(one);
    return party?.address !== undefined && !party.declines && !party.cameBack;
  };
  const people: Array<string> = [];
  if (parties.get(id)?.isOrganisation === true)
    for (const person of parties.values())
      if (person.organisations.has(id) && canBe(person.id)) people.push(person.id);
  return people.length > 0 ? people : canBe(id) ? [id] : [];
};

/** What somebody is asked for a debt as; their days are counted from a date. */
type Role = Readonly<{
  level: string;
  because: string | undefined;
  from: Day;
  days: ReadonlyArray<number>;
}>;

/** Everybody who is asked for a debt sooner or later, each as what they are asked as first. */
const rolesFor = (
  model: PlanModel,
  debt: ModelDebt,
  askedFirst: Day | undefined,
): ReadonlyMap<string, Role> => {
  const { due } = debt;
  const roles = new Map<string, Role>();
  const add = (people: ReadonlyArray<string>, role: Role): void => {
    for (const person of people) if (!roles.has(person)) roles.set(person, role);
  };
  const action = model.actions.get(debt.about.slice('action:'.length));
  const helpers = [...(action?.owners ?? [])].filter(([, role]) => role === 'support');
  const above = [
    { level: 'support', after: 14, people: helpers.flatMap(([id]) => reached(model, id)) },
    { level: 'manager', after: 21, people: reached(model, manager) },
    { level: 'sponsor', after: 42, people: reached(model, sponsor) },
  ];
  const owners = debt.who.flatMap((id) => reached(model, id));
  if (owners.length > 0)
    add(owners, { level: 'owner', because: undefined, from: due, days: ownersDays });
  else {
    const next = above.find(({ people }) => people.length > 0);
    const because = debt.who.length === 0 ? 'nobody owns it' : 'no address';
    if (next !== undefined)
      add(next.people, { level: next.level, because, from: due, days: ownersDays });
  }
  if (askedFirst === undefined) return roles;
  const from = askedFirst > due ? askedFirst : due;
  for (const { level, after, people } of above)
    add(people, { level, because: 'not answered', from, days: [after] });
  return roles;
};

/** The last of the days that has come; `undefined` where none has. */
const lastOf = (days: ReadonlyArray<number>, due: Day, on: Day): number | undefined =>
  days.filter((day) => day <= daysFrom(due, on)).at(-1);

const isAnswer = ({ is }: Happening): boolean =>
  is === 'told' || is === 'no change' || is === 'rated' || is === 'closed';

/** Everybody's things that are asked for by a day, and for whom a message goes out. */
const callsOn = (
  model: PlanModel,
  on: Day,
  askedOn: (debt: string, to: string) => Day | undefined,
  askedFirst: (debt: string) => Day | undefined,
): ReadonlyMap<string, Readonly<{ items: Array<ExpectedItem>; goes: boolean }>> => {
  const people = new Map<string, { items: Array<ExpectedItem>; goes: boolean }>();
  for (const action of model.actions.values())
    for (const debt of debtsOf(action))
      for (const [to, role] of rolesFor(model, debt, askedFirst(keyOf(debt)))) {
        const { level, because, from, days } = role;
        const day = lastOf(days, from, on);
        if (day === undefined) continue;
        const before = askedOn(keyOf(debt), to);
        const isNew = before === undefined || dayAfter(from, day) > before;
        const isAgain =
          before !== undefined && day === days.at(-1) && daysFrom(before, on) >= thenEvery;
        const { about, reason, since, due, request, who } = debt;
        const call = people.get(to) ?? { items: [], goes: false };
        call.items.push({
          ...{ about, reason, since, due, request, level, because },
          insteadOf: because === undefined ? [] : who.toSorted(),
        });
        call.goes ||= isNew || isAgain;
        people.set(to, call);
      }
  return people;
};

export const newOracle = (): Oracle => {
  const model = emptyModel();
  const asked = new Map<string, { on: Day; to: string; debt: string }>();
  const first = new Map<string, Day>();
  const ended: Array<ExpectedEnd> = [];

  const standing = (action: string): ReadonlySet<string> => {
    const found = model.actions.get(action);
    return new Set(found === undefined ? [] : debtsOf(found).map(keyOf));
  };

  const tell = (it: Happening): void => {
    const before = 'action' in it ? standing(it.action) : new Set<string>();
    happen(model, it);
    const after = 'action' in it ? standing(it.action) : new Set<string>();
    for (const key of before) {
      if (after.has(key)) continue;
      for (const [place, one] of asked) {
        if (one.debt !== key) continue;
        ended.push({ ...one, by: it, isAnswered: isAnswer(it) });
        asked.delete(place);
      }
    }
  };

  const run: Oracle['run'] = (on, isUnknown = () => false) => {
    if (isQuiet(on)) return [];
    const messages: Array<ExpectedMessage> = [];
    const calls = callsOn(
      model,
      on,
      (debt, to) => asked.get(`${debt} | ${to}`)?.on,
      (debt) => first.get(debt),
    );
    for (const [to, { items, goes }] of calls) {
      const party = model.parties.get(to);
      if (!goes || party?.address === undefined) continue;
      messages.push({ on, to, address: party.address, items });
    }
    for (const message of messages) {
      const { to, address, items } = message;
      const party = model.parties.get(to);
      if (bounces(address) && party !== undefined && !isUnknown(on, to)) party.cameBack = true;
      else
        for (const item of items) {
          const debt = keyOf(item);
          asked.set(`${debt} | ${to}`, { on, to, debt });
          if (!first.has(debt)) first.set(debt, on);
        }
    }
    return messages;
  };

  return { model, tell, run, ended, asked };
};
