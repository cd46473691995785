import { hash } from 'node:crypto';
import {
  ActionCreated,
  BaselineSet,
  DataNeedRaised,
  DomainEvent,
  type EventKind,
  IndicatorLinked,
  NoChangeConfirmed,
  NoteAdded,
  NoteSuperseded,
  OwnerAssigned,
  OwnerReleased,
  PlanRegistered,
  PriorityAdded,
  RatingChanged,
  TargetSet,
  ThemeAdded,
  TimescaleSet,
  UpdateGiven,
  UpdateRequested,
} from '@trackrecord/domain';
import { type Json, LocalDate } from '@trackrecord/kernel';
import { must } from './must.ts';

/**
 * Plans as they are kept for years, made by counting: 200 actions with 40 events each, one plan 8,000 events.
 * An action is created, gets its lead, its timescale and a rating; then six quarters pass, each with an update
 * asked for and given, a note that supersedes the last one, a new rating, "no change" in between, and supporters
 * who come and go.
 */
export const actions = 200;
export const eventsAnAction = 40;
export const eventsAPlan = actions * eventsAnAction;
export const parties = 400;

const quarters = 6;
const ratings = ['Red', 'Amber', 'Green'];
const prose =
  'The board was told that the work has moved on since the last review: two of three schools have agreed, money was found for the third, and a first evaluation is due before the summer.';

const uuid = (text: string): string => {
  const hex = hash('sha1', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** First day on which anything is true; a quarter is 90 days of made-up months of 28. */
const dateAt = (day: number): string => {
  const month = Math.floor(day / 28);
  return `${2024 + Math.floor(month / 12)}-${pad((month % 12) + 1)}-${pad((day % 28) + 1)}`;
};

const lastDay = 30 + quarters * 90;

/** A date in a plan's history, from its beginning (0) to its end (1). */
export const anyDate = (share: number): LocalDate =>
  must(LocalDate)(dateAt(Math.floor(share * lastDay)));

export const partyId = (n: number): string => `p-${String(n % parties).padStart(4, '0')}`;

type Saying = readonly [kind: EventKind, data: Json, day: number];

const structure = (plan: number): ReadonlyArray<Saying> => [
  [PlanRegistered, { plan: `plan-${plan}`, title: `Plan ${plan}`, timeZone: 'Europe/London' }, 0],
  ...[1, 2, 3, 4, 5].map((n): Saying => [
    PriorityAdded,
    { priority: String(n), title: `We will keep promise ${n}` },
    0,
  ]),
  ...[1, 2, 3, 4, 5].flatMap((n) =>
    [1, 2].map((m): Saying => [
      ThemeAdded,
      { theme: `${n}.${m}`, title: `By way ${m}`, priority: String(n) },
      0,
    ]),
  ),
  ...[1, 2, 3, 4, 5].flatMap((n): ReadonlyArray<Saying> => [
    [
      TargetSet,
      { target: `${n}.1a`, label: `${n}.1a.`, words: 'Ten by 2027', under: `theme:${n}.1` },
      0,
    ],
    [IndicatorLinked, { indicator: `ni-${n}`, to: `priority:${n}` }, 0],
    [BaselineSet, { indicator: `ni-${n}`, baseline: { asWritten: `${n}80 families` } }, 0],
  ]),
  [DataNeedRaised, { dataNeed: 'd-1', words: 'by ***', under: 'target:1.1a' }, 0],
];

/** What happens to an action in a quarter, in its six steps. */
const inQuarter = (plan: number, action: number, quarter: number, step: number): Saying => {
  const ref = String(action + 1);
  const day = 30 + quarter * 90 + step * 13 + (action % 7);
  const asked = {
    of: [partyId(plan * 7 + action)],
    words: 'Update, please',
    state: 'open',
    askedOn: dateAt(30 + quarter * 90 + (action % 7)),
  };
  const request = `r-${ref}-${quarter}`;
  const note = `n-${ref}-${quarter}`;
  const supporter = partyId(plan * 7 + action + 1 + Math.floor(quarter / 2));
  switch (step) {
    case 0:
      return [UpdateRequested, { action: ref, request, asked }, day];
    case 1:
      return [
        NoteAdded,
        { action: ref, note, text: prose.slice(0, 60 + ((action * 7) % 120)) },
        day,
      ];
    case 2:
      return [UpdateGiven, { action: ref, requests: [{ request, asked }] }, day];
    case 3:
      return [
        RatingChanged,
        { action: ref, rating: ratings[(action + quarter + plan) % 3] ?? 'Red' },
        day,
      ];
    case 4:
      return quarter > 0
        ? [NoteSuperseded, { action: ref, note: `n-${ref}-${quarter - 1}`, by: note }, day]
        : [RatingChanged, { action: ref, rating: 'Amber' }, day];
    default:
      return quarter % 2 === 0
        ? [OwnerAssigned, { action: ref, party: supporter, role: 'support' }, day]
        : [OwnerReleased, { action: ref, party: supporter }, day];
  }
};

const ofAction = (plan: number, action: number, round: number): Saying => {
  const ref = String(action + 1);
  const priority = String(1 + (action % 5));
  switch (round) {
    case 0:
      return [
        ActionCreated,
        {
          action: ref,
          ref,
          label: `Action ${ref}.`,
          title: prose.slice(action % 40, 60 + (action % 40)),
          under: { priority, theme: `${priority}.${1 + (action % 2)}`, results: [] },
        },
        action % 20,
      ];
    case 1:
      return [OwnerAssigned, { action: ref, party: partyId(plan * 7 + action), role: 'lead' }, 20];
    case 2:
      return [
        TimescaleSet,
        { action: ref, timescale: { asWritten: 'by September 2026', latest: '2026-09-30' } },
        21,
      ];
    case 3:
      return [NoChangeConfirmed, { action: ref, rating: 'Not rated', requests: [] }, 22];
    default:
      return inQuarter(plan, action, Math.floor((round - 4) / quarters), (round - 4) % quarters);
  }
};

/** An event with its envelope; `sequence` sets its ids apart from all others. */
export const happened = (
  sequence: string,
  recordedOn: string,
  [kind, data, day]: Saying,
  by: number,
): DomainEvent =>
  must(DomainEvent)({
    id: uuid(`event ${sequence}`),
    type: kind.type,
    version: kind.version,
    commandId: uuid(`command ${sequence}`),
    effectiveOn: dateAt(day),
    recordedAt: `${recordedOn}T09:30:00.000Z`,
    recordedBy: { party: partyId(by), verified: false },
    channel: 'command line',
    ...(by % 4 === 0 ? { why: prose.slice(0, 20 + (by % 50)) } : {}),
    data,
  });

/**
 * The events of a plan in one round of its recording: its structure and all actions' creation in round 0, and
 * one more event an action in each round after. All rounds together are `eventsAPlan` events: the actions whose
 * last event would go over that have none.
 */
export const roundOf = (plan: number, round: number): ReadonlyArray<DomainEvent> => {
  const frame = structure(plan);
  const first = round === eventsAnAction - 1 ? frame.length : 0;
  const sayings = [
    ...(round === 0 ? frame : []),
    ...Array.from({ length: actions - first }, (_, n) => ofAction(plan, first + n, round)),
  ];
  const recordedOn = dateAt(round * 15);
  return sayings.map((saying, n) =>
    happened(`${plan} ${round} ${n}`, recordedOn, saying, plan * 31 + n),
  );
};
