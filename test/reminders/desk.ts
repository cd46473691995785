import { systemClock } from '@trackrecord/cli';
import {
  type Clock,
  carryOut,
  circumstancesOf,
  type Delivery,
  type Letter,
  rememberingStreams,
  type Reminding,
  streamOf,
} from '@trackrecord/application';
import {
  AddPriority,
  AssignOwner,
  ChangeRating,
  CloseAction,
  ConfirmNoChange,
  CreateAction,
  decideParty,
  decidePlan,
  type DomainEvent,
  eventCodec,
  GiveUpdate,
  JoinOrganisation,
  PartyId,
  type PartyOrder,
  PlanId,
  type PlanOrder,
  RegisterParty,
  RegisterPlan,
  ReleaseOwner,
  RequestUpdate,
  SetContactAddress,
  SetRatingScale,
  SetReminderPolicy,
  SetTimescale,
  StopReminders,
  WaiveUpdate,
} from '@trackrecord/domain';
import { memoryEventLog, openViews } from '@trackrecord/event-log';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { signedLinks, ukBankHolidays, writeLetter } from '@trackrecord/notifications';
import { must, order, rightOf } from '@trackrecord/test-kit';
import { seededIds } from '../journeys/kit/seeded-ids.ts';
import { type Day } from './days.ts';
import { bounces, type Happening } from './happenings.ts';
import { manager, sponsor } from './oracle.ts';

export const plan = must(PlanId)('harbour');

/** A clock that is set by hand. */
export type SetClock = Clock & Readonly<{ set: (instant: string) => void }>;

export const setClock = (instant: string): SetClock => {
  const shown = { clock: systemClock(must(Instant)(instant)) };
  return {
    now: () => shown.clock.now(),
    today: (zone) => shown.clock.today(zone),
    endOfDay: (date, zone) => shown.clock.endOfDay(date, zone),
    local: (at, zone) => shown.clock.local(at, zone),
    set: (now) => {
      shown.clock = systemClock(must(Instant)(now));
    },
  };
};

/** A mailer that takes everything but what goes to nobody, and keeps what it took. */
export const takingMailer = (taken: Array<Letter>): Reminding['mailer'] => ({
  kind: 'outbox',
  place: 'this test',
  send: (letter) => () => {
    taken.push(letter);
    const delivery: Delivery = bounces(letter.to.address)
      ? { _tag: 'Bounced', why: 'nobody is there' }
      : { _tag: 'Sent' };
    return Promise.resolve(delivery);
  },
});

/** What sending takes besides a log, its views, a clock, ids and a mailer. */
export const remindingParts = {
  writeLetter,
  links: signedLinks(new Uint8Array(32).fill(7)),
  publicUrl: 'https://plans.example',
  bankHolidays: ukBankHolidays,
};

export type Desk = Reminding & Readonly<{ clock: SetClock }>;

/** A desk on an empty log in memory. */
export const memoryDesk = async (taken: Array<Letter>): Promise<Desk> => {
  const log = memoryEventLog(eventCodec);
  const views = rightOf(await openViews({ file: ':memory:', log })());
  return {
    ...{ log, views, ids: seededIds('desk'), streams: rememberingStreams(log) },
    ...{ clock: setClock('2026-01-01T08:00:00.000Z'), mailer: takingMailer(taken) },
    ...remindingParts,
  };
};

const said = (on: Day) => ({
  by: must(PartyId)(manager),
  channel: 'command line' as const,
  effectiveOn: must(LocalDate)(on),
});

type Working = Omit<Reminding, 'mailer' | 'writeLetter' | 'links' | 'publicUrl' | 'bankHolidays'>;

const onPlan = async (
  deps: Working,
  on: Day,
  ...orders: ReadonlyArray<PlanOrder>
): Promise<ReadonlyArray<DomainEvent>> => {
  const done = await carryOut(deps)({
    stream: streamOf('plan', plan),
    decide: decidePlan,
    circumstances: circumstancesOf(deps, said(on)),
    steps: () => ({ _tag: 'Right', right: orders.map((one) => ({ order: one })) }),
  })();
  return rightOf(done).events;
};

const onParty = async (
  deps: Working,
  party: string,
  on: Day,
  one: PartyOrder,
): Promise<ReadonlyArray<DomainEvent>> => {
  const done = await carryOut(deps)({
    stream: streamOf('party', party),
    decide: decideParty,
    circumstances: circumstancesOf(deps, said(on)),
    steps: () => ({ _tag: 'Right', right: [{ order: one }] }),
  })();
  return rightOf(done).events;
};

/** The policy of docs/reminders.md, written down by hand, with a manager and a sponsor. */
export const policy = {
  paused: false,
  daysBefore: [7],
  daysAfter: [1, 8, 15],
  thenEvery: 28,
  escalation: { support: 14, manager: 21, sponsor: 42 },
  quiet: { weekends: true, holidays: 'England' },
  at: '09:00',
  form: 'digest',
  manager,
  sponsor,
};

/** Registers the plan that everything happens in. */
export const registerPlan = async (
  deps: Working,
  on: Day,
  more: Readonly<{
    timeZone?: string;
    policy?: typeof policy & Readonly<{ timeZone?: string }>;
  }> = {},
): Promise<void> => {
  const { timeZone = 'Europe/London' } = more;
  await onPlan(
    deps,
    on,
    order(RegisterPlan, { plan, title: 'Harbour Plan', timeZone }),
    order(AddPriority, { priority: '1', title: 'We will keep our promise' }),
    order(SetRatingScale, { scale: ['Red', 'Amber/Green', 'Amber', 'Green', 'Complete'] }),
    order(SetReminderPolicy, { policy: more.policy ?? policy }),
  );
};

const creating = (it: Extract<Happening, { is: 'created' }>): ReadonlyArray<PlanOrder> => {
  const { action, leads, supporters, latest } = it;
  const under = { priority: '1', results: [] };
  const own = (party: string, role: string) => order(AssignOwner, { action, party, role });
  return [
    order(CreateAction, {
      ...{ action, ref: action, label: `Action ${action}.`, title: `Do ${action}`, under },
    }),
    ...supporters.map((party) => own(party, 'support')),
    ...leads.map((party) => own(party, 'lead')),
    ...(latest === undefined
      ? []
      : [order(SetTimescale, { action, timescale: { asWritten: `by ${latest}`, latest } })]),
  ];
};

const count = { notes: 0 };

const telling = (it: Extract<Happening, { is: 'told' }>): PlanOrder => {
  const { action, rating, only } = it;
  count.notes += 1;
  return order(GiveUpdate, {
    ...{ action, note: { note: `n-${count.notes}`, text: 'It moves on.' } },
    ...(rating === undefined ? {} : { rating }),
    ...(only === undefined ? {} : { requests: [...only] }),
  });
};

const orderFor = (it: Exclude<Happening, { party: string } | { is: 'created' }>): PlanOrder => {
  const { action } = it;
  switch (it.is) {
    case 'rated':
      return order(ChangeRating, { action, rating: it.rating });
    case 'told':
      return telling(it);
    case 'no change':
      return order(ConfirmNoChange, { action });
    case 'asked':
      return order(RequestUpdate, {
        ...{ action, request: it.request, of: [...it.of], words: 'How does it stand?' },
        ...(it.due === undefined ? {} : { dueOn: it.due }),
      });
    case 'waived':
      return order(WaiveUpdate, { action, requests: [it.request] });
    case 'closed':
      return order(CloseAction, { action });
    case 'timescale': {
      const { latest } = it;
      return order(SetTimescale, { action, timescale: { asWritten: `by ${latest}`, latest } });
    }
  }
};

/** Lets something happen at a desk; tells the events that it made. */
export const letHappen = (deps: Working, it: Happening): Promise<ReadonlyArray<DomainEvent>> => {
  const { on } = it;
  switch (it.is) {
    case 'registered':
      return onParty(deps, it.party, on, order(RegisterParty, { kind: it.kind, name: it.party }));
    case 'address':
      return onParty(deps, it.party, on, order(SetContactAddress, { address: it.address }));
    case 'joined': {
      const { organisation } = it;
      return onParty(deps, it.party, on, order(JoinOrganisation, { organisation }));
    }
    case 'declined':
      return onParty(deps, it.party, on, order(StopReminders, {}));
    case 'created':
      return onPlan(deps, on, ...creating(it));
    case 'assigned':
      return onPlan(
        deps,
        on,
        order(AssignOwner, { action: it.action, party: it.party, role: it.role }),
      );
    case 'released':
      return onPlan(deps, on, order(ReleaseOwner, { action: it.action, party: it.party }));
    default:
      return onPlan(deps, on, orderFor(it));
  }
};
