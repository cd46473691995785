import {
  ContactAddressSet,
  DataNeedRaised,
  NoteAdded,
  OwnerAssigned,
  PartyRegistered,
  PlanId,
  RatingChanged,
  ReminderPolicySet,
  TargetSet,
} from '@trackrecord/domain';
import { Instant, LocalDate, StreamName } from '@trackrecord/kernel';
import { debtOf, defaultPolicy } from '@trackrecord/read-models';
import {
  anAction,
  aPlan,
  appendEvents,
  eventsFrom,
  happened,
  holding,
  type Logged,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { askedOnPlan } from './asked-on-plan.ts';
import { letterAgain } from './letter-again.ts';
import { messageAnswer } from './message-answer.ts';
import { punctualityAnswer } from './punctuality-answer.ts';
import { remind } from './remind.ts';
import { remindersAnswer } from './reminders-answer.ts';
import type { Reminding } from './reminding.ts';

const plan = must(PlanId)('harbour');
const day = must(LocalDate);

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');
const lead = (action: string) =>
  happened(OwnerAssigned, { action, party: 'p-1', role: 'lead' }, '2026-01-10');
const rated = (action: string, on: string) =>
  happened(RatingChanged, { action, rating: 'Red' }, on);

// News of both was due on 29 June, a month after they were rated Red: asked for 1, 8 and 15 days after.
const log: ReadonlyArray<Logged> = [
  ['party-p-1', person('Asha Bell')],
  ['party-p-1', happened(ContactAddressSet, { address: 'asha@tide.example' }, '2026-01-01')],
  ['plan-harbour', aPlan],
  ['plan-harbour', anAction('1')],
  ['plan-harbour', anAction('2')],
  ['plan-harbour', rated('1', '2026-05-29')],
  ['plan-harbour', rated('2', '2026-05-29')],
  ['plan-harbour', lead('1')],
  ['plan-harbour', lead('2')],
];

describe('what a plan’s reminders asked', () => {
  let reminding: Reminding;
  let now: string;
  let happens: (
    ...past: Parameters<typeof eventsFrom> extends [number, ...infer P] ? P : never
  ) => Promise<void>;

  beforeEach(async () => {
    const data = await holding(...log);
    now = '2026-06-30T09:00:00.000Z';
    let next = 1000;
    happens = async (...past) => {
      await appendEvents(data, must(StreamName)('plan-harbour'), eventsFrom(next, ...past));
      next += past.length;
      rightOf(await data.views.catchUp()());
    };
    reminding = {
      ...data,
      clock: {
        ...data.clock,
        now: () => must(Instant)(now),
        today: () => day(now.slice(0, 10)),
      },
      bankHolidays: () => undefined,
      mailer: {
        kind: 'outbox',
        place: 'nowhere',
        send: () => () => Promise.resolve({ _tag: 'Sent' as const }),
      },
      writeLetter: ({ to, items, stopAt }) => ({
        subject: `To ${to.name}`,
        text: [...items.map(({ answerAt }) => answerAt), stopAt].join(' '),
        html: '',
      }),
      links: { sign: ({ item }) => `secret-${item}`, read: () => O.none },
      publicUrl: 'https://plans.example',
    };
  });

  const goRound = async (on: string): Promise<void> => {
    now = `${on}T09:00:00.000Z`;
    rightOf(await remind(reminding)());
  };

  const runs = (most = 10, before?: LocalDate) =>
    rightOf(remindersAnswer(reminding)(plan, { most, before }));

  it('given two days when they are asked for then the last first, and what was asked for again there', async () => {
    await goRound('2026-06-30');
    await goRound('2026-07-07');
    const told = runs().runs.map(({ on, messages }) => [
      on,
      messages.flatMap(({ items }) => items.map(({ title, askedAgain }) => [title, askedAgain])),
    ]);
    expect(told).toEqual([
      [
        '2026-07-07',
        [
          ['Do 1', false],
          ['Do 2', false],
        ],
      ],
      [
        '2026-06-30',
        [
          ['Do 1', true],
          ['Do 2', true],
        ],
      ],
    ]);
  });

  it('given that one was answered when it was asked for last then it is told there alone', async () => {
    await goRound('2026-06-30');
    await happens(
      happened(NoteAdded, { action: '1', note: 'n-1', text: 'It goes on.' }, '2026-07-01'),
    );
    await goRound('2026-07-07');
    const [seventh, thirtieth] = runs().runs;
    expect(seventh?.messages.flatMap(({ items }) => items.map(({ action }) => action))).toEqual([
      '2',
    ]);
    expect(
      thirtieth?.messages.flatMap(({ items }) =>
        items.map(({ action, settled, askedAgain }) => [action, settled?.is ?? null, askedAgain]),
      ),
    ).toEqual([
      ['1', 'answered', false],
      ['2', null, true],
    ]);
  });

  it('given fewer days than there are when they are asked for then that there are more', async () => {
    await goRound('2026-06-30');
    await goRound('2026-07-07');
    expect(runs(1)).toMatchObject({ days: 2, isMore: true, runs: [{ on: '2026-07-07' }] });
    expect(runs(1, day('2026-07-07'))).toMatchObject({
      ...{ isMore: false, runs: [{ on: '2026-06-30' }] },
    });
    expect(
      rightOf(remindersAnswer(reminding)(plan, { most: 9, mostMessages: 1 })).runs,
    ).toHaveLength(1);
  });

  it('given what is no action when it was asked for then its words', async () => {
    // What nobody owns goes to the manager: here that is Asha.
    await happens(
      happened(
        TargetSet,
        { target: '1a', label: '1a', words: 'Raise it by ***', under: 'plan' },
        '2026-06-01',
      ),
      happened(
        DataNeedRaised,
        { dataNeed: 'target-1a', words: 'by ***', under: 'target:1a' },
        '2026-06-01',
      ),
      happened(ReminderPolicySet, { policy: { ...defaultPolicy, manager: 'p-1' } }, '2026-01-01'),
    );
    await goRound('2026-06-30');
    const told = runs().runs.flatMap(({ messages }) =>
      messages.flatMap(({ items }) =>
        items.map(({ about, action, title }) => [about, action, title]),
      ),
    );
    expect(told).toContainEqual(['target:1a', null, 'Raise it by ***']);
  });

  it('given a message when it is asked for then each step by itself, and none that there is not', async () => {
    await goRound('2026-06-30');
    const which = { plan, on: day('2026-06-30'), message: 1 };
    expect(
      rightOf(messageAnswer(reminding)(which)).steps.map(({ state, by }) => [state.is, by]),
    ).toEqual([
      ['due', null],
      ['sending', null],
      ['sent', null],
    ]);
    for (const missing of [
      { ...which, message: 2 },
      { ...which, on: day('2026-06-29') },
    ])
      expect(E.isLeft(messageAnswer(reminding)(missing))).toBe(true);
  });

  it('given how it reads when it is asked for then no link of it', async () => {
    await goRound('2026-06-30');
    const { subject, text } = rightOf(
      letterAgain(reminding)({ plan, on: day('2026-06-30'), message: 1 }),
    );
    expect([subject, text]).toEqual(['To Asha Bell', '(link) (link) (link)']);
  });

  it('given what was asked for twice when a debt is looked up then from when to when', async () => {
    await goRound('2026-06-30');
    await goRound('2026-07-07');
    const lookUp = rightOf(askedOnPlan(reminding)(plan, rightOf(reminding.views.head())));
    const since = day('2026-05-29');
    const [debt] = debtOf({ about: 'action:1', reason: 'overdue', since, request: null });
    const [other] = debtOf({ about: 'action:9', reason: 'overdue', since, request: null });
    expect(debt === undefined ? undefined : lookUp(debt)).toEqual({
      first: '2026-06-30',
      last: '2026-07-07',
      times: 2,
    });
    expect(other === undefined ? undefined : lookUp(other)).toBeUndefined();
  });

  it('given an answer after it was due when it is counted then late, by the name; backwards dates are refused', async () => {
    await goRound('2026-06-30');
    await happens(
      happened(NoteAdded, { action: '1', note: 'n-1', text: 'It goes on.' }, '2026-07-01'),
    );
    await goRound('2026-07-07');
    // Recorded on 1 July, by the log: a day after it was asked for first.
    expect(rightOf(punctualityAnswer(reminding)(plan))).toMatchObject({
      asOf: '2026-07-07',
      parties: [
        { party: { id: 'p-1', name: 'Asha Bell' }, asked: 2, late: 1, never: 1, medianDays: 1 },
      ],
    });
    const backwards = { from: day('2026-07-02'), to: day('2026-07-01') };
    expect(E.isLeft(punctualityAnswer(reminding)(plan, backwards))).toBe(true);
  });
});
