import {
  ActionCreated,
  AssertionsRetracted,
  DocumentImported,
  NoChangeConfirmed,
  NoteAdded,
  OwnerAssigned,
  PartyRegistered,
  RatingChanged,
  RatingRemoved,
  ReminderDue,
  RemindersPlanned,
  TokenIssued,
  UpdateGiven,
  UpdateRequested,
} from '@trackrecord/domain';
import { type Ordinal, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  documentNumber,
  eventIdNumber,
  type Happened,
  happened,
  holding,
  type Logged,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { newsIn, planOfNews } from './news-in.ts';
import type { News } from './news.ts';

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');

/** A command apart from that of the plan's beginning. */
const apart = { commandId: '55555555-5555-4555-8555-555555555555' };

const now = (kind: Happened['kind'], data: Happened['data'], on = '2026-06-01'): Logged => [
  'plan-harbour',
  happened(kind, data, on),
  apart,
];

const rated = (rating: string, on = '2026-03-31', action = '27'): Logged => [
  'plan-harbour',
  happened(RatingChanged, { action, rating }, on),
];

/** A plan with two actions; Reed (p-1) leads 27, which is Amber since 31 March. Seven events. */
const begun: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', person('M. Reed')],
  /* 2 */ ['party-p-4c1f', person('Rhoda Keeper')],
  /* 3 */ ['plan-harbour', aPlan],
  /* 4 */ ['plan-harbour', anAction('27')],
  /* 5 */ ['plan-harbour', anAction('28')],
  /* 6 */ [
    'plan-harbour',
    happened(OwnerAssigned, { action: '27', party: 'p-1', role: 'lead' }, '2026-01-02'),
  ],
  /* 7 */ rated('Amber'),
];

/** The news in what came last, from the eighth event on, of one stream. */
const newsAfter = async (
  command: ReadonlyArray<Logged>,
  since: ReadonlyArray<Logged> = [],
): Promise<ReadonlyArray<News>> => {
  const data = await holding(...begun, ...command, ...since);
  return rightOf(newsIn(data)(await commandIn(data, command.length)));
};

const commandIn = async ({ log }: Writable, length: number) => {
  const all = rightOf(await log.readAll(undefined, 1000)());
  const own = all.slice(begun.length, begun.length + length);
  const [first] = own;
  if (first === undefined) throw new Error('nothing came');
  const stream: StreamName = first.stream;
  return {
    stream,
    events: own.map(({ event }, index) => ({
      event,
      ordinal: ((place: number): Ordinal => ordinal(place))(begun.length + index + 1),
    })),
  };
};

/** What news says in short: its kind, its action, the ratings. */
const inShort = (news: ReadonlyArray<News>) =>
  news.map(({ kind, action, rating }) => `${kind} ${action.ref} ${rating.from}→${rating.to}`);

describe('what is news', () => {
  it('given a rating that changes, then who said it of what, from which to which', async () => {
    const [news, ...more] = await newsAfter([now(RatingChanged, { action: '27', rating: 'Red' })]);
    expect(more).toEqual([]);
    expect(news).toEqual({
      kind: 'rating.changed',
      plan: { id: 'harbour', title: 'Harbour Children’s Plan' },
      action: { id: '27', ref: '27', title: 'Do 27' },
      by: { id: 'p-4c1f', name: 'Rhoda Keeper' },
      rating: { from: 'Amber', to: 'Red' },
      owed: null,
      effectiveOn: '2026-06-01',
      recordedAt: '2026-07-01T09:00:00.000Z',
      event: eventIdNumber(8),
      ordinal: 8,
      text: null,
    });
  });

  it('given the rating that it had, said for a later day, then there is none', async () => {
    expect(await newsAfter([now(RatingChanged, { action: '27', rating: 'Amber' })])).toEqual([]);
  });

  it('given a rating that is taken away, then it is not rated', async () => {
    expect(inShort(await newsAfter([now(RatingRemoved, { action: '27' })]))).toEqual([
      'rating.changed 27 Amber→Not rated',
    ]);
  });

  it('given what is learned late of an earlier day, then it is news of that day', async () => {
    const news = await newsAfter([
      now(RatingChanged, { action: '27', rating: 'Red' }, '2026-02-01'),
    ]);
    expect(inShort(news)).toEqual(['rating.changed 27 Not rated→Red']);
    expect(news[0]?.effectiveOn).toBe('2026-02-01');
  });

  it('given an update with a rating and a note, then it is two pieces of news, with the note as its words', async () => {
    const news = await newsAfter([
      now(UpdateGiven, { action: '27', requests: [] }),
      now(RatingChanged, { action: '27', rating: 'Green' }),
      now(NoteAdded, { action: '27', note: 'n-1', text: 'All grounds are open.' }),
      now(NoteAdded, { action: '28', note: 'n-2', text: 'Of another action.' }),
    ]);
    expect(inShort(news)).toEqual(['update.given 27 Amber→Green', 'rating.changed 27 Amber→Green']);
    expect(news.map(({ text }) => text)).toEqual([
      'All grounds are open.',
      'All grounds are open.',
    ]);
  });

  it('given that nothing has changed, then an update was given', async () => {
    const data = { action: '27', rating: 'Amber', requests: [] };
    expect(inShort(await newsAfter([now(NoChangeConfirmed, data)]))).toEqual([
      'update.given 27 Amber→Amber',
    ]);
  });
});

describe('what is owed', () => {
  const asked = (of: ReadonlyArray<string>, more: object = {}) => ({
    of,
    words: 'Update?',
    state: 'open',
    askedOn: '2026-06-01',
    ...more,
  });
  const request = (of: ReadonlyArray<string>, name = 'r-1', more: object = {}) =>
    now(UpdateRequested, {
      action: '27',
      request: name,
      asked: { ...asked(of), ...more },
    });

  it('given a request, then by whom it is owed, by when, and in which words it was asked for', async () => {
    const [news] = await newsAfter([request(['p-4c1f'], 'r-1', { dueOn: '2026-06-30' })]);
    expect(news).toMatchObject({
      kind: 'update.owed',
      owed: {
        by: [{ id: 'p-4c1f', name: 'Rhoda Keeper' }],
        dueOn: '2026-06-30',
        reason: 'asked',
      },
      text: 'Update?',
    });
  });

  it('given one that names nobody, then those owe it who lead the action', async () => {
    const [news] = await newsAfter([request([])]);
    expect(news?.owed?.by).toEqual([{ id: 'p-1', name: 'M. Reed' }]);
  });

  it('given two requests about one action in one document, then they are one piece of news', async () => {
    const news = await newsAfter([
      request(['p-1'], 'r-1'),
      request(['p-4c1f'], 'r-2', { words: 'And the gate?' }),
    ]);
    expect(news).toHaveLength(1);
    expect(news[0]?.owed?.by.map(({ name }) => name)).toEqual(['M. Reed', 'Rhoda Keeper']);
    expect(news[0]?.text).toBe('Update?\n\nAnd the gate?');
  });

  it('given a reminder, then each action that it asks for is owed by whom it goes to', async () => {
    const item = (about: string) => ({
      debt: { about, reason: 'overdue', since: '2026-03-31' },
      dueOn: '2026-05-31',
      level: 'owner',
    });
    const day = 'reminders-harbour-2026-06-01';
    const news = await newsAfter([
      [
        day,
        happened(RemindersPlanned, {
          plan: 'harbour',
          on: '2026-06-01',
          ordinal: 7,
          askedBefore: [],
          unreachable: [],
        }),
        apart,
      ],
      [
        day,
        happened(ReminderDue, {
          message: 1,
          to: 'p-1',
          items: [item('action:27'), item('target:1'), item('action:28')],
        }),
        apart,
      ],
    ]);
    expect(news.map(({ action, owed }) => [action.ref, owed])).toEqual(
      ['27', '28'].map((ref) => [
        ref,
        { by: [{ id: 'p-1', name: 'M. Reed' }], dueOn: '2026-05-31', reason: 'overdue' },
      ]),
    );
  });
});

describe('what is no news', () => {
  it('given a document that brings actions with their ratings, then those that were there before alone are news', async () => {
    const created = {
      action: '29',
      ref: '29',
      label: '29.',
      title: 'Do 29',
      under: { results: [] },
    };
    const news = await newsAfter([
      now(ActionCreated, created),
      now(RatingChanged, { action: '29', rating: 'Red' }),
      now(RatingChanged, { action: '27', rating: 'Green' }),
      now(DocumentImported, {
        document: documentNumber(1),
        name: 'june.txt',
        on: '2026-06-01',
        blocks: 3,
        confirmed: [
          { event: eventIdNumber(4), registers: [{ subject: 'action:27', field: 'title' }] },
        ],
      }),
    ]);
    expect(inShort(news)).toEqual(['rating.changed 27 Amber→Green']);
  });

  it('given what was taken back before anybody was told, then there is none', async () => {
    expect(
      await newsAfter(
        [now(RatingChanged, { action: '27', rating: 'Red' })],
        [['plan-harbour', happened(AssertionsRetracted, { events: [eventIdNumber(8)] })]],
      ),
    ).toEqual([]);
  });

  it('given a retraction, then that is news where a rating is another by it', async () => {
    const news = await newsAfter([now(AssertionsRetracted, { events: [eventIdNumber(7)] })]);
    expect(inShort(news)).toEqual(['rating.changed 27 Amber→Not rated']);
    expect(await newsAfter([now(AssertionsRetracted, { events: [eventIdNumber(6)] })])).toEqual([]);
  });

  it('given what is of no plan, then there is none', async () => {
    const token = { name: 'Screen', role: 'reader', party: 'p-1', digest: 'ab'.repeat(32) };
    expect(await newsAfter([['access-a-1', happened(TokenIssued, token), apart]])).toEqual([]);
  });
});

describe('the plan that a stream is about', () => {
  it.each([
    ['plan-harbour', 'harbour'],
    ['reminders-harbour-and-vale-2026-06-01', 'harbour-and-vale'],
    ['party-p-1', undefined],
    ['review-harbour-2026-06-01', undefined],
  ])('given %s, then it is %s', (stream, plan) => {
    expect(planOfNews(must(StreamName)(stream))).toBe(plan);
  });
});
