import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { type PlanEvent, planEvent, planEventCodec, planStream } from './sample-plan-events.ts';

export type MadeLog = Readonly<{
  /** The log. */
  file: string;
  /** The same events in the same order, as JSON lines. */
  lines: string;
  bytes: number;
  dispose: () => void;
}>;

/** Events an append, as an import's: what follows from it is how streams lie among each other. */
const together = 50;
const plans = 200;

/** A log of `count` events in 200 streams, and the same events as lines of a text file beside it. */
export const makeLog = async (count: number): Promise<MadeLog> => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-bench-'));
  const [file, lines] = [join(directory, 'log.db'), join(directory, 'log.jsonl')];
  let encoded: Array<string> = [];
  const opened = await openSqliteEventLog({
    file,
    codec: {
      ...planEventCodec,
      // What is stored, in the order in which it is: the lines are these.
      encode: (event: PlanEvent) => {
        const line = planEventCodec.encode(event);
        encoded.push(line);
        return line;
      },
    },
    mode: 'write',
    writer: 'inline',
  })();
  if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left));
  const log = opened.right;
  const text = createWriteStream(lines);
  const revisions = new Map<number, number>();
  let bytes = 0;

  const append = async (first: number): Promise<void> => {
    const length = Math.min(together, count - first);
    const events = Array.from({ length }, (_, n): PlanEvent => planEvent(first + n));
    const [one, ...others] = events;
    if (one === undefined) return;
    const plan = (first / together) % plans;
    const revision = revisions.get(plan);
    const expected =
      revision === undefined
        ? ({ _tag: 'NoStream' } as const)
        : ({ _tag: 'Revision', revision } as const);
    revisions.set(plan, (revision ?? -1) + length);
    const stored = await log.append(planStream(plan), expected, [one, ...others])();
    if (E.isLeft(stored)) throw new Error(JSON.stringify(stored.left));
  };

  for (let first = 0; first < count; first += together * plans) {
    const appends = Array.from({ length: plans }, (_, n) => first + n * together);
    await Promise.all(appends.filter((start) => start < count).map(append));
    const chunk = `${encoded.join('\n')}\n`;
    encoded = [];
    bytes += chunk.length;
    if (!text.write(chunk)) await once(text, 'drain');
  }
  text.end();
  await once(text, 'close');
  await log.close();
  return {
    file,
    lines,
    bytes,
    dispose: () => {
      rmSync(directory, { recursive: true });
    },
  };
};
