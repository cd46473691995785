import {
  assertionsIn,
  type Decide,
  historyOf,
  type Json,
  type LocalDate,
  stateAt,
} from '@trackrecord/kernel';
import {
  anyLeaves,
  arbitraryOrder,
  arbitraryStream,
  circumstancesOn,
  closeDates,
  eventIdNumber,
  eventsOf,
  fewLeaves,
  happened,
  ordinal,
  stateAfter,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { AccountOpened } from '../access/account-opened.ts';
import { RoleGranted } from '../access/role-granted.ts';
import { ActionCreated } from '../action/action-created.ts';
import { NoteAdded } from '../action/note-added.ts';
import { OwnerAssigned } from '../action/owner-assigned.ts';
import { RatingChanged } from '../action/rating-changed.ts';
import { UpdateRequested } from '../action/update-requested.ts';
import type { OrdersOf } from '../command.ts';
import { describeRefusal, type Refusal } from '../describe-refusal.ts';
import {
  accessEvents,
  allEvents,
  indicatorEvents,
  partnershipEvents,
  partyEvents,
  planEvents,
  reminderEvents,
  reviewEvents,
  webhookEvents,
} from '../event/catalogue.ts';
import type { EventKind } from '../event/define-event.ts';
import { DomainEvent, entryOf, type EventBody } from '../event/domain-event.ts';
import { PlanRegistered } from '../plan/plan-registered.ts';
import type { StreamState } from '../stream-state.ts';
import { ReminderDue } from '../reminders/reminder-due.ts';
import { ReminderSending } from '../reminders/reminder-sending.ts';
import { RemindersPlanned } from '../reminders/reminders-planned.ts';
import { PriorityAdded } from '../structure/priority-added.ts';
import { ResultAdded } from '../structure/result-added.ts';
import { ThemeAdded } from '../structure/theme-added.ts';
import { TargetSet } from '../target/target-set.ts';
import { accessCommands, decideAccess } from './decide-access.ts';
import { decideCommand } from './decide-command.ts';
import { decideIndicator, indicatorCommands } from './decide-indicator.ts';
import { decidePartnership, partnershipCommands } from './decide-partnership.ts';
import { decideParty, partyCommands } from './decide-party.ts';
import { decidePlan, planCommands } from './decide-plan.ts';
import { decideReminders, reminderCommands } from './decide-reminders.ts';
import { decideReview, reviewCommands } from './decide-review.ts';
import { decideWebhook, webhookCommands } from './decide-webhook.ts';

/** Properties are run over thousands of streams, at times on a busy machine. */
const timeout_ms = 60_000;

type Table = Readonly<Record<string, { asks: { type: string; data: t.Mixed } }>>;

const anItem = {
  debt: { about: 'action:1', reason: 'overdue', since: '2025-11-30' },
  dueOn: '2026-01-30',
  level: 'owner',
};

/** A plan with one of each thing that made-up events and orders speak of, so that they often meet. */
const beginnings: Readonly<Record<string, ReadonlyArray<readonly [EventKind, Json]>>> = {
  plan: [
    [PlanRegistered, { plan: 'harbour', title: 'Harbour', timeZone: 'Europe/London' }],
    [PriorityAdded, { priority: '1', title: 'one' }],
    [ThemeAdded, { theme: '1', title: 'one', priority: '1' }],
    [ResultAdded, { result: '1', title: 'one', priority: '1' }],
    [ActionCreated, { action: '1', ref: '1', label: '1.', title: 'one', under: { results: [] } }],
    [ActionCreated, { action: '2', ref: '2', label: '2.', title: 'two', under: { results: [] } }],
    [RatingChanged, { action: '1', rating: 'Red' }],
    [NoteAdded, { action: '1', note: '1', text: 'one' }],
    [OwnerAssigned, { action: '1', party: 'p-1', role: 'lead' }],
    [
      UpdateRequested,
      {
        action: '1',
        request: '1',
        asked: { of: [], words: 'one', state: 'open', askedOn: '2026-01-31' },
      },
    ],
    [TargetSet, { target: '1', label: '1', words: 'one', under: 'plan' }],
  ],
  'day of reminders': [
    [
      RemindersPlanned,
      { plan: 'harbour', on: '2026-01-31', ordinal: 1, askedBefore: [], unreachable: [] },
    ],
    [ReminderDue, { message: 1, to: 'p-1', items: [anItem, anItem] }],
    [ReminderDue, { message: 2, to: 'p-2', items: [anItem] }],
    [ReminderSending, { message: 2, attempt: 1, since: '2026-01-31T09:00:00.000Z' }],
  ],
  'token or account': [
    [AccountOpened, { party: 'p-1', signInName: 'ada' }],
    [RoleGranted, { role: 'manager', plan: 'harbour' }],
  ],
};

/** Streams that begin as sensible ones do and go on with any events of these kinds. */
const streams = (name: string, kinds: ReadonlyArray<EventKind>) =>
  fc
    .tuple(
      fc.subarray([...(beginnings[name] ?? [])], { minLength: beginnings[name]?.length ?? 0 }),
      fc.boolean(),
      arbitraryStream(fewLeaves)(kinds),
    )
    .map(([begin, withBeginning, rest]): ReadonlyArray<DomainEvent> => [
      ...(withBeginning
        ? eventsOf(begin.map(([kind, data]) => happened(kind, data, '2026-01-31')))
        : []),
      ...rest,
    ])
    .map((stream) => stream.map((event, index) => ({ ...event, id: eventIdNumber(index + 1) })));

const followedBy = (stream: ReadonlyArray<DomainEvent>, more: ReadonlyArray<DomainEvent>) => [
  ...stream,
  ...more,
];

const holdsOf = <Commands extends Table, Reason extends Refusal, Body extends EventBody>(
  name: string,
  kinds: ReadonlyArray<EventKind>,
  commands: Commands,
  decide: Decide<StreamState, OrdersOf<Commands>, Reason, Body>,
) => {
  const decided = (
    stream: ReadonlyArray<DomainEvent>,
    date: LocalDate,
    order: OrdersOf<Commands>,
  ) => decideCommand(decide)(stateAfter(stream, date))(circumstancesOn(date), [{ order }]);

  describe(`the decisions on a ${name}`, { timeout: timeout_ms }, () => {
    it('given any stream and any order, also ones that make no sense, then it makes events that can be stored, or can say why not', () => {
      fc.assert(
        fc.property(
          streams(name, allEvents),
          closeDates,
          fc.oneof(arbitraryOrder(fewLeaves)(commands), arbitraryOrder(anyLeaves)(commands)),
          (stream, date, order) => {
            const outcome = decided(stream, date, order);
            if (E.isLeft(outcome)) {
              expect(describeRefusal(outcome.left.refusal)).toMatch(/^[A-Z0-9"][^]+\.$/);
            } else {
              expect(outcome.right.filter((event) => !DomainEvent.is(event))).toEqual([]);
            }
          },
        ),
        { numRuns: 1500 },
      );
    });

    it('given a command that was carried out, then the same once more is refused or gives nothing new', () => {
      fc.assert(
        fc.property(
          streams(name, kinds),
          closeDates,
          arbitraryOrder(fewLeaves)(commands),
          (stream, date, order) => {
            const first = decided(stream, date, order);
            if (E.isLeft(first)) return;
            const again = decided(followedBy(stream, first.right), date, order);
            expect(E.isLeft(again) ? [] : again.right).toEqual([]);
          },
        ),
        { numRuns: 3000 },
      );
    });

    it('given a command, then its events have ids of their own that are always the same, its date and its id', () => {
      fc.assert(
        fc.property(
          streams(name, kinds),
          closeDates,
          arbitraryOrder(fewLeaves)(commands),
          (stream, date, order) => {
            const made = E.getOrElse((): ReadonlyArray<DomainEvent> => [])(
              decided(stream, date, order),
            );
            expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
            expect(decided(stream, date, order)).toEqual(decided(stream, date, order));
            for (const event of made) expect(event).toMatchObject(circumstancesOn(date));
          },
        ),
      );
    });
  });
};

holdsOf('plan', planEvents, planCommands, decidePlan);
holdsOf('indicator', indicatorEvents, indicatorCommands, decideIndicator);
holdsOf('party', partyEvents, partyCommands, decideParty);
holdsOf('review', reviewEvents, reviewCommands, decideReview);
holdsOf('partnership', partnershipEvents, partnershipCommands, decidePartnership);
holdsOf('day of reminders', reminderEvents, reminderCommands, decideReminders);
holdsOf('token or account', accessEvents, accessCommands, decideAccess);
holdsOf('webhook', webhookEvents, webhookCommands, decideWebhook);

describe('the state that a command is decided on', { timeout: timeout_ms }, () => {
  it('given any stream, then evolving event by event gives the cut and the history of it all', () => {
    fc.assert(
      fc.property(streams('plan', planEvents), closeDates, (stream, asOf) => {
        const entries = stream.map((event, index) => entryOf(event, ordinal(index + 1)));
        const history = historyOf(entries);
        const state = stateAfter(stream, asOf);
        expect(state.length).toBe(stream.length);
        expect(assertionsIn(state.history)).toEqual(assertionsIn(history));
        expect(state.cut).toEqual(stateAt({ asOf, knownAt: ordinal(stream.length) })(history));
      }),
      { numRuns: 500 },
    );
  });
});
