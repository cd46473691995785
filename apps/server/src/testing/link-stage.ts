import { type Clock, type Letter, remind, streamOf, type Writable } from '@trackrecord/application';
import {
  ActionCreated,
  ContactAddressSet,
  DomainEvent,
  type EventKind,
  NoteAdded,
  OrganisationJoined,
  OwnerAssigned,
  PartyRegistered,
  PlanRegistered,
  RatingChanged,
  UpdateRequested,
} from '@trackrecord/domain';
import { Instant, type Json, LocalDate, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as NEA from 'fp-ts/lib/NonEmptyArray.js';
import * as O from 'fp-ts/lib/Option.js';
import type * as t from 'io-ts';
import type { Desk } from '../desk.ts';
import { withCountedIds } from './counted-ids.ts';
import { testDesk } from './test-desk.ts';

/** A plan with reminders that went out on 30 June 2026, a Tuesday, at ten in London; and a clock to move. */
export type LinkStage = Readonly<{
  desk: Desk;
  /** Every letter that left so far. */
  letters: ReadonlyArray<Letter>;
  /** Sends what is to be sent now. */
  goRound: () => Promise<void>;
  setNow: (now: string) => void;
  /** Writes down what happened in a stream: the plan's where none is named. */
  happens: (past: ReadonlyArray<Happened>, stream?: StreamName) => Promise<void>;
  /** How often somebody looked for new messages at once. */
  rings: () => number;
  /** How many events the log has. */
  countEvents: () => Promise<number>;
}>;

type Happened = Readonly<{ kind: EventKind; data: Json; on: string }>;

const due = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

const as =
  <A>(codec: t.Type<A, unknown>) =>
  (value: unknown): A =>
    due(codec.decode(value));

const happened = (kind: EventKind, data: Json, on: string): Happened => ({ kind, data, on });

/** Said by Holt on the command line; the id is counted. */
const eventOf = ({ kind, data, on }: Happened, number: number): DomainEvent =>
  as(DomainEvent)({
    id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    type: kind.type,
    version: kind.version,
    commandId: '11111111-1111-4111-8111-111111111111',
    effectiveOn: on,
    recordedAt: '2026-06-30T08:00:00.000Z',
    recordedBy: { party: 'p-4c1f', verified: false },
    channel: 'command line',
    data,
  });

/** Appends at the end of a stream, as somebody else would. */
const append = async (
  { log, views }: Writable,
  stream: StreamName,
  events: ReadonlyArray<DomainEvent>,
): Promise<void> => {
  const some = NEA.fromArray([...events]);
  if (O.isNone(some)) return;
  const { length } = due(await log.readStream(stream, { direction: 'forwards' })());
  const expected =
    length === 0
      ? ({ _tag: 'NoStream' } as const)
      : ({ _tag: 'Revision', revision: length - 1 } as const);
  due(await log.append(stream, expected, some.value)());
  due(await views.catchUp()());
};

export const harbourStream: StreamName = streamOf('plan', 'harbour');
export const reedStream: StreamName = streamOf('party', 'p-reed');

/** An hour more than UTC, as in London in summer: every day of these specifications is in it. */
const clockOf = (time: Readonly<{ now: string }>): Clock => {
  const inLondon = (instant: string): string =>
    new Date(Date.parse(instant) + 3_600_000).toISOString();
  const local: Clock['local'] = (instant) => ({
    date: as(LocalDate)(inLondon(instant).slice(0, 10)),
    time: inLondon(instant).slice(11, 16),
  });
  const now = () => as(Instant)(time.now);
  return {
    now,
    local,
    today: () => local(now(), 'Europe/London').date,
    endOfDay: (date) => as(Instant)(`${date}T22:59:59.999Z`),
  };
};

const anAction = (id: string, title: string): ReadonlyArray<Happened> => [
  happened(
    ActionCreated,
    { action: id, ref: id, label: `${id}.`, title, under: { results: [] } },
    '2026-01-01',
  ),
  happened(RatingChanged, { action: id, rating: 'Amber' }, '2026-01-05'),
  happened(OwnerAssigned, { action: id, party: 'p-reed', role: 'lead' }, '2026-01-05'),
];

/** Two actions that Reed leads: news of each was due on 5 March; of the first a sentence was asked for besides. */
const plan: ReadonlyArray<Happened> = [
  happened(
    PlanRegistered,
    { plan: 'harbour', title: 'Harbour Children’s Plan', timeZone: 'Europe/London' },
    '2026-01-01',
  ),
  ...anAction('1', 'Open a drop-in on Thursdays'),
  ...anAction('2', 'Train the school nurses'),
  happened(NoteAdded, { action: '1', note: 'n-1', text: 'A room is found.' }, '2026-01-05'),
  happened(
    UpdateRequested,
    {
      action: '1',
      request: 'r-1',
      asked: { of: ['p-reed'], words: 'Is it open?', state: 'open', askedOn: '2026-06-01' },
    },
    '2026-06-01',
  ),
];

const person = (name: string): Happened =>
  happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');

const parties: Readonly<Record<string, ReadonlyArray<Happened>>> = {
  'p-reed': [
    person('Mary Reed'),
    happened(ContactAddressSet, { address: 'm.reed@vale.example' }, '2026-01-01'),
  ],
  'p-trust': [
    happened(PartyRegistered, { kind: 'organisation', name: 'Vale Trust' }, '2026-01-01'),
    happened(ContactAddressSet, { address: 'office@trust.example' }, '2026-01-01'),
  ],
  'p-lee': [
    person('Sam Lee'),
    happened(OrganisationJoined, { organisation: 'p-trust' }, '2026-01-01'),
  ],
  'p-4c1f': [person('Ada Holt')],
};

/** @param memory an empty log, and its views */
export const linkStage = async (memory: Writable): Promise<LinkStage> => {
  const time = { now: '2026-06-30T09:00:00.000Z' };
  const counted = { events: 0, rings: 0 };
  const letters: Array<Letter> = [];
  const data = { ...memory, ...withCountedIds(memory), clock: clockOf(time) };
  const happens: LinkStage['happens'] = async (past, stream = harbourStream) => {
    const events = past.map((one, place) => eventOf(one, counted.events + place + 1));
    counted.events += past.length;
    await append(data, stream, events);
  };
  await happens(plan);
  for (const [id, past] of Object.entries(parties)) await happens(past, streamOf('party', id));
  const desk = await testDesk(data, {
    mailer: {
      kind: 'outbox',
      place: 'here',
      send: (letter) => () => {
        letters.push(letter);
        return Promise.resolve({ _tag: 'Sent' });
      },
    },
    ringForReminders: () => {
      counted.rings += 1;
    },
  });
  const goRound = async (): Promise<void> => {
    const { failures } = due(await remind(desk)());
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
  };
  await goRound();
  return {
    ...{ desk, letters, goRound, happens },
    setNow: (now) => {
      time.now = now;
    },
    rings: () => counted.rings,
    countEvents: async () => due(await desk.log.readAll(undefined, 10_000)()).length,
  };
};

/** The addresses in a letter that lead to a purpose, as they stand in its text: `/answer/…`. */
export const linksIn = (
  letter: Letter | undefined,
  purpose: 'answer' | 'stop' = 'answer',
): ReadonlyArray<string> =>
  [...(letter?.text ?? '').matchAll(/http:\/\/localhost:3000(\/(answer|stop)\/[\w.-]+)/gu)]
    .filter(([, , which]) => which === purpose)
    .map(([, address = '']) => address);
