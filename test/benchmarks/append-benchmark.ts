import { fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventLog } from '@trackrecord/application/ports';
import { openSqliteEventLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { elapsed_ms, median, measureRounds, report } from './harness.ts';
import { type PlanEvent, planEvent, planEventCodec, planStream } from './sample-plan-events.ts';

/**
 * Durable appends of one event each, to the SQLite log, against raw `write` + `fdatasync` of the same bytes to a file
 * on the same disk: one writer who waits for each answer, and 256 of them, each with a stream of its own.
 * A server, which has many writers, writes off the main thread; so the target for many is for that.
 */
const rounds = 25;
const alone = 400;
const writers = 256;
const each = 15;

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-bench-'));

const opened = async (writer: 'inline' | 'thread'): Promise<EventLog<PlanEvent>> => {
  const file = join(directory, writer, 'log.db');
  const log = await openSqliteEventLog({ file, codec: planEventCodec, mode: 'write', writer })();
  if (E.isLeft(log)) throw new Error(JSON.stringify(log.left));
  return log.right;
};

/** Makes events in advance: what is measured is the log. */
const events = (run: string, count: number): ReadonlyArray<PlanEvent> =>
  Array.from({ length: count }, (_, n) => planEvent(n, run));

const raw = async (run: string): Promise<number> => {
  const texts = events(run, alone).map((event) => Buffer.from(planEventCodec.encode(event)));
  const file = openSync(join(directory, 'raw'), 'a');
  const ms = await elapsed_ms(() => {
    for (const text of texts) {
      writeSync(file, text);
      fdatasyncSync(file);
    }
  });
  return (alone / ms) * 1000;
};

let streams = 0;

/** One after the other to a stream that is new. */
const appendAll = async (
  log: EventLog<PlanEvent>,
  toAppend: ReadonlyArray<PlanEvent>,
): Promise<void> => {
  streams += 1;
  const stream = planStream(streams);
  for (const [n, event] of toAppend.entries()) {
    const expected =
      n === 0 ? ({ _tag: 'NoStream' } as const) : ({ _tag: 'Revision', revision: n - 1 } as const);
    const outcome = await log.append(stream, expected, [event])();
    if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left));
  }
};

const oneWriter = async (log: EventLog<PlanEvent>, run: string): Promise<number> => {
  const toAppend = events(run, alone);
  return (alone / (await elapsed_ms(() => appendAll(log, toAppend)))) * 1000;
};

const manyWriters = async (log: EventLog<PlanEvent>, run: string): Promise<number> => {
  const shares = Array.from({ length: writers }, (_, w) => events(`${run} ${w} `, each));
  const ms = await elapsed_ms(() => Promise.all(shares.map((share) => appendAll(log, share))));
  return ((writers * each) / ms) * 1000;
};

const delays: Record<string, Array<number>> = { inline: [], thread: [] };

/** As `manyWriters`; notes how long the event loop kept others waiting, 99th percentile. */
const manyWatched = async (
  log: EventLog<PlanEvent>,
  run: string,
  name: string,
): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const rate = await manyWriters(log, run);
  delay.disable();
  delays[name]?.push(delay.percentile(99) / 1e6);
  return rate;
};

const inline = await opened('inline');
const thread = await opened('thread');
let run = 0;
const next = (): string => `run ${(run += 1)} `;
const { of, ratio } = await measureRounds(rounds, {
  raw: () => raw(next()),
  inlineOne: () => oneWriter(inline, next()),
  threadOne: () => oneWriter(thread, next()),
  inlineMany: () => manyWatched(inline, next(), 'inline'),
  threadMany: () => manyWatched(thread, next(), 'thread'),
});
await inline.close();
await thread.close();
rmSync(directory, { recursive: true });

report({
  title: 'Durable appends of one event',
  figures: [
    { name: 'floor: write + fdatasync', value: of('raw'), unit: '/s' },
    { name: 'one writer, on the main thread', value: of('inlineOne'), unit: '/s' },
    {
      name: 'one writer, on the main thread, to the floor',
      value: ratio('inlineOne', 'raw'),
      unit: '×',
      target: { atLeast: 0.85 },
    },
    { name: 'one writer, off it', value: of('threadOne'), unit: '/s' },
    {
      name: 'one writer, off it, to the floor',
      value: ratio('threadOne', 'raw'),
      unit: '×',
      target: { atLeast: 0.6 },
    },
    { name: '256 writers, on the main thread', value: of('inlineMany'), unit: '/s' },
    {
      name: '256 writers, on the main thread, to one writer there',
      value: ratio('inlineMany', 'inlineOne'),
      unit: '×',
    },
    { name: '256 writers, off it', value: of('threadMany'), unit: '/s' },
    {
      name: '256 writers, off it, to one writer there',
      value: ratio('threadMany', 'threadOne'),
      unit: '×',
      target: { atLeast: 10 },
    },
    {
      name: '256 writers, on the main thread: event loop delay, p99',
      value: median(delays['inline'] ?? []),
      unit: 'ms',
    },
    {
      name: '256 writers, off it: event loop delay, p99',
      value: median(delays['thread'] ?? []),
      unit: 'ms',
    },
  ],
});
