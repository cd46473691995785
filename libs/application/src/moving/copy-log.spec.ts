import { eventCodec, NoteAdded, RatingChanged } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventIdNumber,
  eventsFrom,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../describe-failure.ts';
import { appendBytes, maxAppendBytes } from '../ports/event-log.ts';
import type { Progress } from '../ports/views.ts';
import { copyLog } from './copy-log.ts';
import type { Log } from './logs-in-step.ts';

const harbour = must(StreamName)('plan-harbour');
const vale = must(StreamName)('plan-vale');

const emptyLog = async (): Promise<Log> => (await memoryTrackrecord()).log;

const rating = (words: string): Happened =>
  happened(RatingChanged, { action: '27', rating: words });

const note = (number: number, text: string): Happened =>
  happened(NoteAdded, { action: '27', note: `n-${number}`, text });

/** Two plans that were worked on by turns: 9 events, in runs of 2, 1, 1, 2, 1, 2. */
const aLog = async (): Promise<Log> => {
  const log = await emptyLog();
  await appendEvents({ log }, harbour, eventsFrom(1, aPlan, anAction('27')));
  await appendEvents({ log }, vale, eventsFrom(10, aPlan));
  await appendEvents({ log }, harbour, eventsFrom(20, rating('Red')));
  await appendEvents({ log }, vale, eventsFrom(30, anAction('1'), anAction('2')));
  await appendEvents({ log }, harbour, eventsFrom(40, rating('Amber')));
  await appendEvents({ log }, vale, eventsFrom(50, anAction('3')));
  await appendEvents({ log }, vale, eventsFrom(60, anAction('4')));
  return log;
};

const events = 9;

/** All that a log holds, in a form in which two engines can be compared. */
const contentOf = async (log: Log): Promise<ReadonlyArray<string>> =>
  rightOf(await log.readAll(undefined, 10_000)()).map(
    ({ event, stream, revision }) => `${stream}@${revision} ${eventCodec.encode(event)}`,
  );

/** A log that counts the appends it takes. */
const counted = (log: Log) => {
  const sizes: number[] = [];
  const counting: Log = {
    ...log,
    append: (stream, expected, toAppend) => {
      sizes.push(toAppend.length);
      return log.append(stream, expected, toAppend);
    },
  };
  return { log: counting, sizes };
};

const gone = { _tag: 'Unavailable', message: 'the process was killed' } as const;

/** A log whose append number `which` (from 1) ends in failure: before it is written, or after. */
const failingAt = (log: Log, which: number, when: 'before' | 'after'): Log => {
  let appends = 0;
  return {
    ...log,
    append: (stream, expected, toAppend) => async () => {
      appends += 1;
      if (appends < which) return log.append(stream, expected, toAppend)();
      if (when === 'after') await log.append(stream, expected, toAppend)();
      return E.left(gone);
    },
  };
};

const quietly = { onProgress: () => undefined };

describe('copying a log', () => {
  it('given an empty target, then it has every event at its place, and the copy is counted', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    const copied = rightOf(await copyLog({ from, to, ...quietly })());
    expect(copied).toEqual({ events, before: 0, streams: 2 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(await contentOf(to)).toHaveLength(events);
  });

  it('given events of one stream that follow each other, then they are one append', async () => {
    const target = counted(await emptyLog());
    rightOf(await copyLog({ from: await aLog(), to: target.log, ...quietly })());
    expect(target.sizes).toEqual([2, 1, 1, 2, 1, 2]);
  });

  it('given more of one stream than an append holds, then it is split within the limit', async () => {
    const [from, to] = [await emptyLog(), await emptyLog()];
    await appendEvents({ log: from }, harbour, eventsFrom(1, aPlan, anAction('27')));
    const notes = Array.from({ length: 12 }, (_, place) => note(place, 'x'.repeat(100_000)));
    for (const [place, one] of notes.entries())
      await appendEvents({ log: from }, harbour, eventsFrom(100 + place, one));
    const bytes: number[] = [];
    const measured: Log = {
      ...to,
      append: (stream, expected, toAppend) => {
        bytes.push(appendBytes(toAppend.map((event) => eventCodec.encode(event).length)));
        return to.append(stream, expected, toAppend);
      },
    };
    rightOf(await copyLog({ from, to: measured, ...quietly })());
    expect(bytes).toHaveLength(2);
    expect(bytes.filter((size) => size > maxAppendBytes)).toEqual([]);
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('given that it is told, then its progress counts what is there, of all that there is', async () => {
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => told.push(progress);
    const to = await emptyLog();
    await appendEvents({ log: to }, harbour, eventsFrom(1, aPlan));
    rightOf(await copyLog({ from: await aLog(), to, onProgress })());
    const done = [2, 3, 4, 6, 7, 9];
    expect(told).toEqual([{ done: 1 }, ...done.map((count) => ({ done: count, total: events }))]);
  });

  it('given an empty source, then there is nothing to do', async () => {
    expect(await copyLog({ from: await emptyLog(), to: await emptyLog(), ...quietly })()).toEqual(
      E.right({ events: 0, before: 0, streams: 0 }),
    );
  });
});

describe('copying a log again', () => {
  it('given a copy that is done, then nothing is written', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    rightOf(await copyLog({ from, to, ...quietly })());
    const target = counted(to);
    expect(await copyLog({ from, to: target.log, ...quietly })()).toEqual(
      E.right({ events: 0, before: events, streams: 2 }),
    );
    expect(target.sizes).toEqual([]);
  });

  it.each(
    [1, 2, 3, 4, 5, 6].flatMap((which) =>
      (['before', 'after'] as const).map((when) => [which, when] as const),
    ),
  )(
    'given one that was killed at append %i, %s it was written, then it goes on, and nothing is lost or doubled',
    async (which, when) => {
      const [from, to] = [await aLog(), await emptyLog()];
      const killed = await copyLog({ from, to: failingAt(to, which, when), ...quietly })();
      expect(killed).toEqual(E.left({ _tag: 'Storage', error: gone }));
      const before = (await contentOf(to)).length;
      const again = rightOf(await copyLog({ from, to, ...quietly })());
      expect(again).toEqual({ events: events - before, before, streams: 2 });
      expect(await contentOf(to)).toEqual(await contentOf(from));
    },
  );

  it('given a source that has grown since, then what is new is copied', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    rightOf(await copyLog({ from, to, ...quietly })());
    await appendEvents({ log: from }, harbour, eventsFrom(70, rating('Green')));
    expect(rightOf(await copyLog({ from, to, ...quietly })())).toMatchObject({ events: 1 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });
});

describe('copying into a log that is not the beginning of the other', () => {
  const refusedBy = async (from: Log, to: Log): Promise<string> => {
    const [held, target] = [await contentOf(to), counted(to)];
    const outcome = await copyLog({ from, to: target.log, ...quietly })();
    expect(outcome).toMatchObject(E.left({ _tag: 'Conflict' }));
    expect(target.sizes).toEqual([]);
    expect(await contentOf(to)).toEqual(held);
    return E.isLeft(outcome) ? describeFailure(outcome.left) : '';
  };

  it('given another event, then its ordinal and both are named', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    await appendEvents({ log: to }, harbour, eventsFrom(1, aPlan, anAction('27')));
    await appendEvents({ log: to }, vale, eventsFrom(99, aPlan));
    const words = await refusedBy(from, to);
    expect(words).toContain('ordinal 3');
    expect(words).toContain(eventIdNumber(99));
    expect(words).toContain(eventIdNumber(10));
  });

  it('given the same event in another stream, then it is named', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    await appendEvents({ log: to }, vale, eventsFrom(1, aPlan));
    const words = await refusedBy(from, to);
    expect(words).toContain('plan-vale@0');
    expect(words).toContain('plan-harbour@0');
  });

  it('given a target that has more, then what it has more is named', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    rightOf(await copyLog({ from, to, ...quietly })());
    await appendEvents({ log: to }, vale, eventsFrom(80, anAction('5')));
    const words = await refusedBy(from, to);
    expect(words).toContain('ordinal 10');
    expect(words).toContain(eventIdNumber(80));
  });
});

describe('copying while something is wrong', () => {
  it('given somebody else who writes to the target meanwhile, then it stops and says so', async () => {
    const [from, to] = [await aLog(), await emptyLog()];
    let appends = 0;
    const shared: Log = {
      ...to,
      append: (...args) =>
        TE.flatten(async () => {
          appends += 1;
          if (appends === 3)
            await appendEvents({ log: to }, harbour, eventsFrom(90, rating('Red')));
          return E.right(to.append(...args));
        }),
    };
    const outcome = await copyLog({ from, to: shared, ...quietly })();
    expect(outcome).toMatchObject(E.left({ _tag: 'Conflict' }));
    expect(JSON.stringify(outcome)).toContain('Somebody else writes');
  });

  it('given a source that cannot be read, then that is the failure', async () => {
    const from = await aLog();
    await from.close();
    expect(await copyLog({ from, to: await emptyLog(), ...quietly })()).toMatchObject(
      E.left({ _tag: 'Storage', error: { _tag: 'Unavailable' } }),
    );
  });
});
