import { closeSync, openSync, readSync } from 'node:fs';
import type { EventLog } from '@trackrecord/application/ports';
import { openSqliteEventLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { elapsed_ms, measureRounds, report } from './harness.ts';
import { makeLog } from './made-log.ts';
import { type PlanEvent, planEventCodec } from './sample-plan-events.ts';

/**
 * Reading a whole log in global order through the port, every event's checksum and shape checked, into a fold;
 * against the same events as lines of a text file, `JSON.parse` and the same fold.
 */
const count = 1_000_000;
const rounds = 5;

type State = Readonly<{ types: Map<string, number>; latest: Map<string, string> }>;

const emptyState = (): State => ({ types: new Map(), latest: new Map() });

/** A fold that looks at a few fields, as a view does. */
const fold = ({ types, latest }: State, event: PlanEvent): void => {
  types.set(event.type, (types.get(event.type) ?? 0) + 1);
  latest.set(event.data.action, event.data.to);
};

const fingerprint = ({ types, latest }: State): string =>
  JSON.stringify([[...types].toSorted(), [...latest].toSorted()]);

/** Whole lines of a file, a megabyte at a time. */
function* chunksOf(file: string): Iterable<string> {
  const handle = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let kept = 0;
  for (;;) {
    const end = kept + readSync(handle, buffer, kept, buffer.length - kept, null);
    if (end === kept) break;
    const lineEnd = buffer.lastIndexOf(10, end - 1);
    yield buffer.toString('utf8', 0, lineEnd);
    buffer.copy(buffer, 0, lineEnd + 1, end);
    kept = end - lineEnd - 1;
  }
  closeSync(handle);
}

/** As little as the compiler needs: the floor checks nothing. */
const isEvent = (json: unknown): json is PlanEvent => typeof json === 'object';

const foldLines = (file: string): State => {
  const state = emptyState();
  for (const chunk of chunksOf(file)) {
    for (const line of chunk.split('\n')) {
      const event: unknown = JSON.parse(line);
      if (isEvent(event)) fold(state, event);
    }
  }
  return state;
};

const foldLog = async (log: EventLog<PlanEvent>): Promise<State> => {
  const state = emptyState();
  let after: string | undefined;
  for (;;) {
    const page = await log.readAll(after, 1000)();
    if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
    for (const { event } of page.right) fold(state, event);
    const last = page.right.at(-1);
    if (last === undefined) return state;
    after = last.position;
  }
};

const made = await makeLog(count);
const opened = await openSqliteEventLog({ file: made.file, codec: planEventCodec, mode: 'read' })();
if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left));
const log = opened.right;
if (fingerprint(foldLines(made.lines)) !== fingerprint(await foldLog(log))) {
  throw new Error('the log and the lines give different states');
}

const { of, ratio } = await measureRounds(rounds, {
  lines: () => elapsed_ms(() => foldLines(made.lines)),
  log: () => elapsed_ms(() => foldLog(log)),
});
await log.close();
made.dispose();

report({
  title: `Read, check, decode and fold ${count.toLocaleString('en-GB')} events of ${Math.round(made.bytes / count)} bytes`,
  figures: [
    { name: 'floor: lines of a file, JSON.parse, fold', value: of('lines') / 1000, unit: 's' },
    { name: 'the log', value: of('log') / 1000, unit: 's' },
    {
      name: 'the log, to the floor',
      value: ratio('lines', 'log'),
      unit: '×',
      target: { atLeast: 0.7 },
    },
    {
      name: 'memory of the process, at most',
      value: process.resourceUsage().maxRSS / 1024,
      unit: 'MiB',
      target: { atMost: 512 },
    },
  ],
});
