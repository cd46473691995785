import { type AskedItem, type MessageState, PartyId, PlanId, Subject } from '@trackrecord/domain';
import { EventId, Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { punctualityIn } from './punctuality.ts';
import type { ItemState, ReminderRun } from './run-state.ts';

const day = must(LocalDate);
const asha = must(PartyId)('p-asha');
const ben = must(PartyId)('p-ben');
const answer = must(EventId)('0b6f2a52-8d9e-4a3e-9c40-1f7a3f6f0001');

const sent: MessageState = {
  is: 'sent',
  attempt: 1,
  messageId: 'm',
  at: must(Instant)('2026-04-01T08:00:00.000Z'),
};

type Thing = Readonly<{
  of: string;
  dueOn: string;
  answeredOn?: string;
  droppedOn?: string;
  because?: AskedItem['because'];
  withdrawn?: string;
}>;

const settledOf = ({ answeredOn, droppedOn }: Thing): ItemState['settled'] => {
  if (answeredOn !== undefined)
    return { is: 'answered', by: answer, on: day(answeredOn), byLink: true };
  return droppedOn === undefined
    ? null
    : { is: 'owed no longer', why: 'closed', on: day(droppedOn) };
};

const itemOf = (thing: Thing, place: number): ItemState => ({
  item: place + 1,
  debt: { about: must(Subject)(`action:${thing.of}`), reason: 'overdue', since: day('2026-01-01') },
  dueOn: day(thing.dueOn),
  level: thing.because === undefined ? 'owner' : 'manager',
  ...(thing.because === undefined ? {} : { because: thing.because }),
  settled: settledOf(thing),
  withdrawn: thing.withdrawn ?? null,
});

type Message = Readonly<{
  to: PartyId;
  things: ReadonlyArray<Thing>;
  state?: MessageState;
  again?: true;
}>;

const runOn = (on: string, ...messages: ReadonlyArray<Message>): ReminderRun => ({
  plan: must(PlanId)('harbour'),
  on: day(on),
  ordinal: must(Ordinal)(1),
  askedBefore: [],
  unreachable: [],
  messages: messages.map(({ to, things, state = sent, again }, place) => ({
    message: place + 1,
    to,
    state,
    items: things.map(itemOf),
    linksRevoked: false,
    linkAgain: again === undefined ? null : { message: 1, item: 1 },
  })),
});

const on = (today: string, more: Readonly<{ from?: string; to?: string }> = {}) => ({
  today: day(today),
  from: more.from === undefined ? undefined : day(more.from),
  to: more.to === undefined ? undefined : day(more.to),
  canonical: (party: string) => party,
});

describe('who answers in time', () => {
  it('given one answered before it was due, one on the day and one after when counted then two were in time', () => {
    // 2 to 9 April: 7 days; 2 to 10 April: 8; 2 to 20 April: 18. The middle one is 8.
    const run = runOn('2026-04-02', {
      to: asha,
      things: [
        { of: '1', dueOn: '2026-04-10', answeredOn: '2026-04-09' },
        { of: '2', dueOn: '2026-04-10', answeredOn: '2026-04-10' },
        { of: '3', dueOn: '2026-04-10', answeredOn: '2026-04-20' },
      ],
    });
    expect(punctualityIn([run], on('2026-05-01')).parties).toMatchObject([
      { party: 'p-asha', asked: 3, inTime: 2, late: 1, never: 0, open: 0, medianDays: 8 },
    ]);
  });

  it('given what is not answered when it is overdue, dropped or not due yet then never, never and open', () => {
    const run = runOn('2026-04-02', {
      to: asha,
      things: [
        { of: '1', dueOn: '2026-04-30' },
        { of: '2', dueOn: '2026-06-01', droppedOn: '2026-04-03' },
        { of: '3', dueOn: '2026-05-01' },
      ],
    });
    // What is due on 1 May is not overdue on that day.
    expect(punctualityIn([run], on('2026-05-01'))).toMatchObject({
      ...{ asked: 3, inTime: 0, late: 0, never: 2, open: 1, medianDays: null },
    });
  });

  it('given a thing asked for three times when counted then once, from the first to its answer', () => {
    // 24 March to 21 April: 7 days of March and 21 of April. Its first asking was in the quarter before.
    const thing = { of: '1', dueOn: '2026-03-31' };
    const runs = [
      runOn('2026-03-24', { to: asha, things: [thing] }),
      runOn('2026-04-01', { to: asha, things: [thing] }),
      runOn('2026-04-20', { to: asha, things: [{ ...thing, answeredOn: '2026-04-21' }] }),
    ];
    const [party] = punctualityIn(runs, on('2026-05-01')).parties;
    expect(party).toMatchObject({ asked: 1, late: 1, medianDays: 28 });
    expect(party?.quarters).toEqual([
      {
        ...{ from: '2026-01-01', to: '2026-03-31', medianDays: 28 },
        ...{ asked: 1, inTime: 0, late: 1, never: 0, open: 0 },
      },
    ]);
  });

  it('given what never reached anybody, or was asked in another’s stead, when counted then not', () => {
    const failed: MessageState = { is: 'failed', attempt: 6, why: 'no connection' };
    const thing = { of: '1', dueOn: '2026-04-10' };
    const run = runOn(
      '2026-04-02',
      { to: asha, things: [thing], state: failed },
      { to: asha, things: [{ ...thing, of: '2', withdrawn: 'answered' }] },
      { to: ben, things: [{ ...thing, of: '3', because: 'not answered' }] },
      { to: ben, things: [{ ...thing, of: '4' }], again: true },
      { to: ben, things: [{ ...thing, of: '5', because: 'nobody owns it' }] },
    );
    expect(punctualityIn([run], on('2026-05-01')).parties).toMatchObject([
      { party: 'p-ben', asked: 1, never: 1 },
    ]);
  });

  it('given a message of which nobody knows what became when counted then it was asked', () => {
    const unknown: MessageState = { is: 'unknown', attempt: 1, why: 'no reply' };
    const run = runOn('2026-04-02', {
      to: asha,
      things: [{ of: '1', dueOn: '2026-04-10' }],
      state: unknown,
    });
    expect(punctualityIn([run], on('2026-04-05'))).toMatchObject({ asked: 1, open: 1 });
  });

  it('given two quarters with one between them when counted then all three, the middle one empty', () => {
    const runs = [
      runOn('2026-01-05', { to: asha, things: [{ of: '1', dueOn: '2026-01-10' }] }),
      runOn('2026-09-30', { to: ben, things: [{ of: '2', dueOn: '2026-10-10' }] }),
    ];
    const { quarters, parties } = punctualityIn(runs, on('2026-10-01'));
    expect(quarters.map(({ from, to, asked }) => [from, to, asked])).toEqual([
      ['2026-01-01', '2026-03-31', 1],
      ['2026-04-01', '2026-06-30', 0],
      ['2026-07-01', '2026-09-30', 1],
    ]);
    expect(parties.map(({ quarters: own }) => own.map(({ asked }) => asked))).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it('given dates between which it counts when counted then by when it was asked for first, known from the run before', () => {
    const thing = { of: '1', dueOn: '2026-03-31' };
    const carried: ReminderRun = {
      ...runOn('2026-04-01', { to: asha, things: [thing, { of: '2', dueOn: '2026-04-08' }] }),
      askedBefore: [
        {
          ...{
            about: must(Subject)('action:1'),
            reason: 'overdue',
            since: day('2026-01-01'),
            to: asha,
          },
          ...{ level: 'owner', first: day('2026-03-24'), last: day('2026-03-24'), times: 1 },
          ...{ ordinal: must(Ordinal)(1), run: day('2026-03-24'), message: 1, item: 1 },
        },
      ],
    };
    const later = runOn('2026-05-05', { to: asha, things: [{ of: '3', dueOn: '2026-05-05' }] });
    const { asked, quarters } = punctualityIn(
      [carried, later],
      on('2026-05-06', { from: '2026-04-01', to: '2026-04-30' }),
    );
    expect(asked).toBe(1);
    expect(quarters.map(({ from }) => from)).toEqual(['2026-04-01']);
  });

  it('given two names of one person when counted then one person, asked once', () => {
    const thing = { of: '1', dueOn: '2026-04-10' };
    const runs = [
      runOn('2026-04-02', { to: asha, things: [thing] }),
      runOn('2026-04-13', { to: ben, things: [{ ...thing, answeredOn: '2026-04-14' }] }),
    ];
    expect(
      punctualityIn(runs, { ...on('2026-05-01'), canonical: () => 'p-ben' }).parties,
    ).toMatchObject([{ party: 'p-ben', asked: 1, late: 1, medianDays: 12 }]);
  });

  it('given no reminders when counted then nothing of anybody', () => {
    expect(punctualityIn([], on('2026-05-01'))).toEqual({
      ...{ asked: 0, inTime: 0, late: 0, never: 0, open: 0, medianDays: null },
      ...{ quarters: [], parties: [] },
    });
  });
});
