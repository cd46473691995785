import { type Chance, chanceOf } from '../faults/cluster-chance.ts';
import { type Day, dayAfter, daysThrough } from './days.ts';
import type { Happening } from './happenings.ts';
import {
  type ExpectedEnd,
  type ExpectedMessage,
  manager,
  newOracle,
  type Oracle,
  sponsor,
} from './oracle.ts';

/** A day of a simulated year: what happens before the round, who gets what in it, and what happens after it. */
export type YearDay = Readonly<{
  day: Day;
  /** The system is switched off, and people go on. */
  isOff: boolean;
  before: ReadonlyArray<Happening>;
  messages: ReadonlyArray<ExpectedMessage>;
  after: ReadonlyArray<Happening>;
}>;

export type Year = Readonly<{
  days: ReadonlyArray<YearDay>;
  ended: ReadonlyArray<ExpectedEnd>;
  /** What was asked and is still owed when it ends. */
  open: number;
}>;

export type YearOptions = Readonly<{
  seed: number;
  actions?: number;
  first?: Day;
  last?: Day;
  off?: ReadonlyArray<Day>;
}>;

const ratings = ['Red', 'Amber', 'Green', 'Amber/Green', 'Complete'] as const;

const person = (n: number): string => `p-${String(n).padStart(2, '0')}`;

/** Organisations with people and without. */
const withPeople = 'o-service';
const withoutPeople = 'o-charity';

/**
 * Twenty owners: fifteen people and an organisation without people who can be written to, an organisation through two of
 * its three people, two people without an address, one who declines, one whose address is gone until August.
 */
const declines = person(16);
const moves = person(17);
const noAddress = [person(14), person(15)];
const owners = [...Array.from({ length: 18 }, (_, n) => person(n + 1)), withPeople, withoutPeople];

const peopleOn = (on: Day): ReadonlyArray<Happening> => {
  const all: Array<Happening> = [];
  for (const party of [withPeople, withoutPeople])
    all.push({ is: 'registered', party, on, kind: 'organisation' });
  for (const party of [manager, sponsor, ...owners.filter((id) => id.startsWith('p-'))])
    all.push({ is: 'registered', party, on, kind: 'person' });
  for (const party of [manager, sponsor, ...owners])
    if (!noAddress.includes(party))
      all.push({
        ...{ is: 'address', party, on },
        address: party === moves ? 'gone.away@people.example' : `${party}@people.example`,
      });
  for (const party of [person(12), person(13), person(14)])
    all.push({ is: 'joined', party, on, organisation: withPeople });
  all.push({ is: 'declined', party: declines, on });
  return all;
};

type Answer = Readonly<{ day: Day; isMorning: boolean; action: string }>;

/** How long somebody takes to answer, in days: on time, late, or never. */
const patienceOf = (chance: Chance, to: string): number | undefined => {
  if (to === manager) return chance.comes(0.3) ? chance.below(20) : undefined;
  if (to === sponsor) return chance.comes(0.1) ? chance.below(5) : undefined;
  switch (owners.indexOf(to) % 3) {
    case 0:
      return chance.below(4);
    case 1:
      return 8 + chance.below(45);
    default:
      return undefined;
  }
};

type Simulation = Readonly<{ chance: Chance; oracle: Oracle; count: { made: number } }>;

const pick = <A>({ chance }: Simulation, some: ReadonlyArray<A>): A | undefined =>
  some[chance.below(some.length)];

const openActions = ({ oracle: { model } }: Simulation) =>
  [...model.actions.values()].filter(({ isOpen }) => isOpen);

const created = (simulation: Simulation, on: Day): Happening => {
  const { chance, count } = simulation;
  count.made += 1;
  const some = (most: number): ReadonlyArray<string> =>
    Array.from({ length: chance.below(most + 1) }, () => pick(simulation, owners) ?? manager);
  const supporters = [...new Set(chance.comes(0.4) ? some(2) : [])];
  const leads = [...new Set(chance.comes(0.85) ? some(2) : [])].filter(
    (id) => !supporters.includes(id),
  );
  // Whoever manages the plan leads some of it, too.
  if (chance.comes(0.05)) leads.push(manager);
  return {
    ...{ is: 'created', action: String(count.made), on, leads, supporters },
    ...(chance.comes(0.3) ? { latest: dayAfter(on, 40 + chance.below(300)) } : {}),
  };
};

/** An answer in one of the ways in which people give one; `undefined` where the action needs none any more. */
const answerOf = (simulation: Simulation, action: string, on: Day): Happening | undefined => {
  const { chance, oracle } = simulation;
  const found = oracle.model.actions.get(action);
  if (found?.isOpen !== true) return undefined;
  const rating = pick(simulation, ratings.slice(0, chance.comes(0.1) ? 5 : 4)) ?? 'Red';
  const requests = [...found.requests].filter(([, { isOpen }]) => isOpen).map(([id]) => id);
  const [first] = requests;
  const back = dayAfter(on, -1 - chance.below(3));
  switch (chance.below(8)) {
    case 0:
    case 1:
    case 2:
      return { is: 'told', action, on, rating };
    case 3:
      return { is: 'told', action, on };
    case 4:
      return { is: 'no change', action, on };
    case 5:
      return first === undefined
        ? { is: 'rated', action, on, rating }
        : { is: 'told', action, on, only: [first] };
    case 6:
      // Somebody writes down later what they were told some days ago.
      return { is: 'told', action, on: back > found.createdOn ? back : on, rating };
    default:
      return { is: 'closed', action, on };
  }
};

const askedByHand = (simulation: Simulation, on: Day): Happening | undefined => {
  const { chance, count } = simulation;
  const action = pick(simulation, openActions(simulation));
  if (action === undefined) return undefined;
  count.made += 1;
  const of = chance.comes(0.5)
    ? [...action.owners.keys()].slice(0, 2)
    : chance.comes(0.8)
      ? [pick(simulation, owners) ?? manager]
      : [];
  return {
    ...{ is: 'asked', action: action.id, on, request: `r-${count.made}`, of },
    ...(chance.comes(0.3) ? { due: dayAfter(on, chance.below(30)) } : {}),
  };
};

const newOwner = (simulation: Simulation, on: Day): Happening | undefined => {
  const { chance } = simulation;
  const action = pick(simulation, openActions(simulation));
  if (action === undefined) return undefined;
  const party = pick(simulation, owners) ?? manager;
  const [gone] = action.owners.keys();
  if (gone !== undefined && chance.comes(0.4))
    return { is: 'released', action: action.id, on, party: gone };
  return { is: 'assigned', action: action.id, on, party, role: chance.oneOf('lead', 'support') };
};

const waived = (simulation: Simulation, on: Day): Happening | undefined => {
  for (const { id: action, requests } of openActions(simulation))
    for (const [request, { isOpen, askedOn }] of requests)
      if (isOpen && askedOn < on) return { is: 'waived', action, on, request };
  return undefined;
};

/** What happens on a day besides answers. */
const byTheWay = (simulation: Simulation, on: Day): ReadonlyArray<Happening> => {
  const { chance } = simulation;
  const all: Array<Happening> = [];
  const add = (it: Happening | undefined): void => {
    if (it !== undefined) all.push(it);
  };
  const some = (): string | undefined => pick(simulation, openActions(simulation))?.id;
  if (chance.comes(0.25)) add(askedByHand(simulation, on));
  if (chance.comes(0.12)) add(newOwner(simulation, on));
  if (chance.comes(0.03)) add(waived(simulation, on));
  if (chance.comes(0.1)) add(created(simulation, on));
  const [rated, closed, moved] = [some(), some(), some()];
  if (rated !== undefined && chance.comes(0.15))
    add({ is: 'rated', action: rated, on, rating: pick(simulation, ratings) ?? 'Red' });
  if (moved !== undefined && chance.comes(0.05))
    add({ is: 'timescale', action: moved, on, latest: dayAfter(on, 10 + chance.below(120)) });
  if (closed !== undefined && chance.comes(0.07)) add({ is: 'closed', action: closed, on });
  if (on === '2026-08-12')
    add({ is: 'address', party: moves, on, address: `${moves}@people.example` });
  return all;
};

/** Lets things happen one after the other; what an earlier one made impossible does not. */
const letHappen = (
  { oracle }: Simulation,
  wished: ReadonlyArray<Happening>,
): ReadonlyArray<Happening> => {
  const done: Array<Happening> = [];
  for (const it of wished) {
    if ('action' in it && it.is !== 'created') {
      const action = oracle.model.actions.get(it.action);
      if (action?.isOpen !== true) continue;
      if (it.is === 'waived' && action.requests.get(it.request)?.isOpen !== true) continue;
      if (it.is === 'released' && !action.owners.has(it.party)) continue;
    }
    oracle.tell(it);
    done.push(it);
  }
  return done;
};

/** Three months of a plan before the year begins: everything is recorded on its first morning. */
const beginningOn = (
  simulation: Simulation,
  on: Day,
  actions: number,
): ReadonlyArray<Happening> => {
  const { chance } = simulation;
  const all: Array<Happening> = [];
  for (let n = 0; n < actions; n += 1) {
    const day = dayAfter(on, -100 + chance.below(60));
    const made = created(simulation, day);
    all.push(made);
    if (made.is === 'created' && chance.comes(0.8))
      all.push({
        ...{ is: 'rated', action: made.action, on: dayAfter(day, chance.below(40)) },
        rating: pick(simulation, ratings) ?? 'Red',
      });
  }
  return all;
};

/** Plays a year from a seed against the oracle: what happens, and who is to get what. */
export const simulateYear = ({
  seed,
  actions = 84,
  first = '2026-01-01',
  last = '2026-12-31',
  off = [],
}: YearOptions): Year => {
  const oracle = newOracle();
  const simulation: Simulation = { chance: chanceOf(seed, 'year'), oracle, count: { made: 0 } };
  const { chance } = simulation;
  let awaited: Array<Answer> = [];

  const answersOn = (day: Day, isMorning: boolean): ReadonlyArray<Happening> => {
    const due = awaited.filter((one) => one.day <= day && one.isMorning === isMorning);
    awaited = awaited.filter((one) => !due.includes(one));
    return due.flatMap(({ action }) => answerOf(simulation, action, day) ?? []);
  };

  const days = daysThrough(first, last).map((day): YearDay => {
    const before = [
      ...(day === first ? letHappen(simulation, peopleOn(day)) : []),
      ...(day === first ? letHappen(simulation, beginningOn(simulation, day, actions)) : []),
      ...letHappen(simulation, answersOn(day, true)),
      ...letHappen(simulation, byTheWay(simulation, day)),
    ];
    const isOff = off.includes(day);
    const messages = isOff ? [] : oracle.run(day);
    for (const { to, items } of messages)
      for (const { about } of items) {
        const action = about.slice('action:'.length);
        const days = patienceOf(chance, to);
        if (days === undefined || awaited.some((one) => one.action === action)) continue;
        const isMorning = days > 0 && chance.comes(0.5);
        awaited.push({ action, isMorning, day: dayAfter(day, days) });
      }
    const after = letHappen(simulation, answersOn(day, false));
    return { day, isOff, before, messages, after };
  });
  return { days, ended: oracle.ended, open: oracle.asked.size };
};
