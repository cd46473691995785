import type { Day } from './days.ts';
import type { Happening } from './happenings.ts';
import { monthsAfter } from './days.ts';

type Request = { of: ReadonlyArray<string>; askedOn: Day; due: Day; isOpen: boolean };

export type ModelAction = {
  id: string;
  createdOn: Day;
  newsOn: Day;
  /** Every rating with its date: one for a past date may come late. */
  ratings: Array<Readonly<{ on: Day; rating: string }>>;
  isOpen: boolean;
  owners: Map<string, 'lead' | 'support'>;
  latest: Day | undefined;
  requests: Map<string, Request>;
};

export type ModelParty = {
  id: string;
  isOrganisation: boolean;
  address: string | undefined;
  cameBack: boolean;
  declines: boolean;
  organisations: Set<string>;
};

/** The oracle's own idea of a plan and its people, made of what happened and of nothing else. */
export type PlanModel = Readonly<{
  actions: Map<string, ModelAction>;
  parties: Map<string, ModelParty>;
}>;

export const emptyModel = (): PlanModel => ({ actions: new Map(), parties: new Map() });

/** Something that is owed of an action, now or later. */
export type ModelDebt = Readonly<{
  about: string;
  reason: 'asked' | 'overdue' | 'never rated' | 'timescale passed';
  since: Day;
  due: Day;
  request: string | undefined;
  /** Who owes it; nobody where nobody is named. */
  who: ReadonlyArray<string>;
}>;

export const keyOf = ({
  about,
  reason,
  since,
  request,
}: Readonly<{
  about: string;
  reason: string;
  since: Day;
  request?: string | undefined;
}>): string => `${about} ${reason} ${since} ${request ?? '-'}`;

const months: Readonly<Record<string, number>> = {
  Red: 1,
  Amber: 2,
  Green: 3,
  'Not rated': 2,
  Complete: 0,
};

/** The rating that holds: of those with the last date the one that was said last. */
const ratingOf = ({ ratings }: ModelAction): string => {
  let best: Readonly<{ on: Day; rating: string }> | undefined;
  for (const one of ratings) if (best === undefined || one.on >= best.on) best = one;
  return best?.rating ?? 'Not rated';
};

/** What an open action owes, now or later. */
export const debtsOf = (action: ModelAction): ReadonlyArray<ModelDebt> => {
  if (!action.isOpen) return [];
  const about = `action:${action.id}`;
  const debts: Array<ModelDebt> = [];
  const leads = [...action.owners].filter(([, role]) => role === 'lead').map(([id]) => id);
  const who = leads.length > 0 ? leads : [...action.owners.keys()];
  const none = { request: undefined };
  for (const [request, { of, askedOn, due, isOpen }] of action.requests)
    if (isOpen) debts.push({ about, reason: 'asked', since: askedOn, due, request, who: of });
  const rating = ratingOf(action);
  const every = months[rating] ?? 2;
  if (every > 0) {
    const due = monthsAfter(action.newsOn, every);
    debts.push({ about, reason: 'overdue', since: action.newsOn, due, who, ...none });
  }
  if (rating === 'Not rated') {
    const due = action.createdOn;
    debts.push({ about, reason: 'never rated', since: due, due, who, ...none });
  }
  if (action.latest !== undefined) {
    const due = action.latest;
    debts.push({ about, reason: 'timescale passed', since: due, due, who, ...none });
  }
  return debts;
};

const answer = (action: ModelAction, on: Day, only?: ReadonlyArray<string>): void => {
  for (const [id, request] of action.requests) {
    if (request.askedOn > on || (only !== undefined && !only.includes(id))) continue;
    request.isOpen = false;
  }
};

const news = (action: ModelAction, on: Day, rating?: string): void => {
  if (on > action.newsOn) action.newsOn = on;
  if (rating !== undefined) action.ratings.push({ on, rating });
};

const actionIn = ({ actions }: PlanModel, id: string): ModelAction => {
  const action = actions.get(id);
  if (action === undefined) throw new Error(`there is no action ${id}`);
  return action;
};

const partyIn = ({ parties }: PlanModel, id: string): ModelParty => {
  const party = parties.get(id);
  if (party === undefined) throw new Error(`there is no party ${id}`);
  return party;
};

/** Whether something that happens is about people, and not about the plan. */
const ofPeople = (model: PlanModel, it: Happening): boolean => {
  switch (it.is) {
    case 'registered':
      model.parties.set(it.party, {
        ...{ id: it.party, isOrganisation: it.kind === 'organisation', address: undefined },
        ...{ cameBack: false, declines: false, organisations: new Set() },
      });
      return true;
    case 'address':
      Object.assign(partyIn(model, it.party), { address: it.address, cameBack: false });
      return true;
    case 'joined':
      partyIn(model, it.party).organisations.add(it.organisation);
      return true;
    case 'declined':
      partyIn(model, it.party).declines = true;
      return true;
    default:
      return false;
  }
};

/** Lets something happen. */
export const happen = (model: PlanModel, it: Happening): void => {
  if (ofPeople(model, it) || !('action' in it)) return;
  if (it.is === 'created') {
    const owners = new Map<string, 'lead' | 'support'>();
    for (const party of it.supporters) owners.set(party, 'support');
    for (const party of it.leads) owners.set(party, 'lead');
    model.actions.set(it.action, {
      ...{ id: it.action, createdOn: it.on, newsOn: it.on, isOpen: true, owners },
      ...{ ratings: [], latest: it.latest, requests: new Map() },
    });
    return;
  }
  const action = actionIn(model, it.action);
  switch (it.is) {
    case 'rated':
      news(action, it.on, it.rating);
      return;
    case 'told':
      news(action, it.on, it.rating);
      answer(action, it.on, it.only);
      return;
    case 'no change':
      news(action, it.on, ratingOf(action));
      answer(action, it.on);
      return;
    case 'asked':
      action.requests.set(it.request, {
        ...{ of: it.of, askedOn: it.on, due: it.due ?? it.on, isOpen: true },
      });
      return;
    case 'waived':
      answer(action, it.on, [it.request]);
      return;
    case 'closed':
      action.isOpen = false;
      return;
    case 'assigned':
      action.owners.set(it.party, it.role);
      return;
    case 'released':
      action.owners.delete(it.party);
      return;
    case 'timescale':
      action.latest = it.latest;
  }
};
