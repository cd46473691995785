import { DocumentImported, RatingChanged } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  documentNumber,
  eventIdNumber,
  eventsFrom,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
  saidBy,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Readable } from '../trackrecord.ts';
import { compareAnswers } from './compare-answers.ts';
import { compareEvents } from './compare-events.ts';
import { copyLog } from './copy-log.ts';
import type { Log } from './logs-in-step.ts';

const harbour = must(StreamName)('plan-harbour');
const vale = must(StreamName)('plan-vale');
const quietly = (): void => undefined;

const emptyLog = async (): Promise<Log> => (await memoryTrackrecord()).log;

const rating = (words: string, on = '2026-05-01'): Happened =>
  happened(RatingChanged, { action: '27', rating: words }, on);

const imported: Happened = saidBy(
  1,
  DocumentImported,
  { document: documentNumber(1), name: 'march.txt', on: '2026-03-31', blocks: 3, confirmed: [] },
  '2026-03-31',
);

/** A plan at ordinals 1 to 4, another at 5. */
const aLog = async (): Promise<Log> => {
  const log = await emptyLog();
  await appendEvents(
    { log },
    harbour,
    eventsFrom(1, aPlan, anAction('27'), imported, rating('Red')),
  );
  await appendEvents({ log }, vale, eventsFrom(10, aPlan));
  return log;
};

const copyOf = async (from: Log): Promise<Log> => {
  const to = await emptyLog();
  rightOf(await copyLog({ from, to, onProgress: quietly })());
  return to;
};

/** What can be asked of a log: views of their own, over a copy of it. */
const readable = async (log: Log): Promise<Readable> => {
  const asked = await memoryTrackrecord();
  rightOf(await copyLog({ from: log, to: asked.log, onProgress: quietly })());
  rightOf(await asked.views.catchUp()());
  return asked;
};

const compared = async (one: Log, other: Log) =>
  rightOf(await compareEvents(one, other, quietly)());

describe('comparing two logs event for event', () => {
  it('given a log and its copy, then they are equal, and what was compared is counted', async () => {
    const log = await aLog();
    expect(await compared(log, await copyOf(log))).toEqual({
      events: 5,
      streams: 2,
      differences: [],
    });
  });

  it('given two empty logs, then they are equal', async () => {
    expect(await compared(await emptyLog(), await emptyLog())).toEqual({
      events: 0,
      streams: 0,
      differences: [],
    });
  });

  it('given one that goes on, then what it has more is named, whichever it is', async () => {
    const log = await aLog();
    const other = await copyOf(log);
    await appendEvents({ log: other }, vale, eventsFrom(20, anAction('1')));
    const more = `plan-vale@1 ActionCreated ${eventIdNumber(20)}`;
    expect((await compared(log, other)).differences).toEqual([
      { ordinal: 6, in: 'event', one: null, other: more },
    ]);
    expect((await compared(other, log)).differences).toEqual([
      { ordinal: 6, in: 'event', one: more, other: null },
    ]);
  });

  it('given events in another order, then both are named where they stand', async () => {
    const [one, other] = [await emptyLog(), await emptyLog()];
    await appendEvents({ log: one }, harbour, eventsFrom(1, aPlan));
    await appendEvents({ log: one }, vale, eventsFrom(2, aPlan));
    await appendEvents({ log: other }, vale, eventsFrom(2, aPlan));
    await appendEvents({ log: other }, harbour, eventsFrom(1, aPlan));
    const [first, second] = [
      `plan-harbour@0 PlanRegistered ${eventIdNumber(1)}`,
      `plan-vale@0 PlanRegistered ${eventIdNumber(2)}`,
    ];
    expect((await compared(one, other)).differences).toEqual([
      { ordinal: 1, in: 'event', one: first, other: second },
      { ordinal: 2, in: 'event', one: second, other: first },
    ]);
  });

  it('given an event of another stream, then its place differs', async () => {
    const [one, other] = [await emptyLog(), await emptyLog()];
    await appendEvents({ log: one }, harbour, eventsFrom(1, aPlan));
    await appendEvents({ log: other }, vale, eventsFrom(1, aPlan));
    expect((await compared(one, other)).differences).toMatchObject([{ ordinal: 1, in: 'place' }]);
  });

  it('given an event that was edited, then both texts are shown', async () => {
    const [one, other] = [await emptyLog(), await emptyLog()];
    const before = eventsFrom(1, aPlan, anAction('27'));
    await appendEvents({ log: one }, harbour, [...before, ...eventsFrom(3, rating('Red'))]);
    await appendEvents({ log: other }, harbour, [...before, ...eventsFrom(3, rating('Green'))]);
    const [difference, ...others] = (await compared(one, other)).differences;
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ ordinal: 3, in: 'text' });
    expect(difference?.one).toContain('"rating":"Red"');
    expect(difference?.other).toContain('"rating":"Green"');
  });

  it('given logs that have nothing in common, then the first ten differences are shown', async () => {
    const [one, other] = [await emptyLog(), await emptyLog()];
    const many = (first: number) =>
      eventsFrom(first, ...Array.from({ length: 30 }, (_, place) => anAction(String(place + 1))));
    await appendEvents({ log: one }, harbour, many(1));
    await appendEvents({ log: other }, harbour, many(101));
    expect((await compared(one, other)).differences.map(({ ordinal }) => ordinal)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('given one that cannot be read, then that is the failure', async () => {
    const other = await aLog();
    await other.close();
    expect(await compareEvents(await aLog(), other, quietly)()).toMatchObject(
      E.left({ _tag: 'Storage' }),
    );
  });
});

describe('comparing two logs answer for answer', () => {
  it('given a log and its copy, then every answer is the same', async () => {
    const log = await aLog();
    const [one, other] = [await readable(log), await readable(await copyOf(log))];
    const { plans, answers, differences } = rightOf(compareAnswers(one, other, quietly));
    expect({ plans, differences }).toEqual({ plans: 2, differences: [] });
    // Four questions each: of harbour now, on three dates, in one document, at ordinals 1 to 5; of vale now, on one
    // date, at those ordinals. And once: which plans are there.
    expect(answers).toBe(4 * (1 + 3 + 1 + 5) + 4 * (1 + 1 + 5) + 1);
  });

  it('given two logs of which one says more, then a question that shows it is named, with both answers', async () => {
    const log = await aLog();
    const more = await copyOf(log);
    await appendEvents({ log: more }, harbour, eventsFrom(20, rating('Green', '2026-05-02')));
    const [one, other] = [await readable(log), await readable(more)];
    const { differences } = rightOf(compareAnswers(one, other, quietly));
    const shown = differences.find(({ question }) => question === 'plan harbour now');
    expect(shown?.one).toContain('Red');
    expect(shown?.other).toContain('Green');
  });

  it('given a plan that only one of them has, then it is asked about all the same', async () => {
    const [one, other] = [await readable(await emptyLog()), await readable(await aLog())];
    const { plans, differences } = rightOf(compareAnswers(one, other, quietly));
    expect(plans).toBe(2);
    expect(differences[0]).toMatchObject({ question: 'plans' });
  });

  it('given that it is told, then its progress counts the questions', async () => {
    const log = await readable(await aLog());
    const told: Array<Readonly<{ done: number; total?: number }>> = [];
    const { answers } = rightOf(compareAnswers(log, log, (progress) => told.push(progress)));
    expect(told.at(-1)).toEqual({ done: answers, total: answers });
  });
});
