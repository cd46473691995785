import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog, verifySqliteLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { afterAll, describe, expect, it } from 'vitest';
import { type SampleEvent, eventId, sample, sampleCodec, streamName } from './sample-event.ts';
import { must, noStream, revision } from './with-log.ts';

/**
 * The SQLite log brings events into its indexes many at once (docs/log-format.md). Whether an event is in them must
 * make no difference to anybody: here 7 streams grow to 9,000 events, which is past that point more than once.
 */
const directory = mkdtempSync(join(tmpdir(), 'trackrecord-indexes-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const streams = Array.from({ length: 7 }, (_, n) => streamName(`plan-${n}`));
const together = 100;

describe.each(['inline', 'thread'] as const)('the indexes of a log written %s', (writer) => {
  it('given thousands of events, then streams and ids are found in the index, after it and across both', async () => {
    const file = join(directory, writer, 'log.db');
    const open = () =>
      must(openSqliteEventLog({ file, codec: sampleCodec, mode: 'write', writer }));
    let log = await open();
    const reader = await must(openSqliteEventLog({ file, codec: sampleCodec, mode: 'read' }));
    const expected = new Map(streams.map((stream): [string, Array<SampleEvent>] => [stream, []]));

    const check = async (): Promise<void> => {
      for (const stream of streams) {
        const all = expected.get(stream) ?? [];
        for (const by of [log, reader]) {
          const read = await must(by.readStream(stream, { direction: 'forwards' }));
          expect(read.map(({ event }) => event)).toEqual(all);
          const last = await must(by.readStream(stream, { direction: 'backwards', limit: 3 }));
          expect(last.map(({ event }) => event)).toEqual(all.slice(-3).toReversed());
          const middle = await must(
            by.readStream(stream, { direction: 'forwards', from: 500, limit: 250 }),
          );
          expect(middle.map(({ event }) => event)).toEqual(all.slice(500, 750));
        }
      }
    };

    for (let n = 0; n < 90; n += 1) {
      const stream = streams[n % streams.length] ?? streamName('plan-0');
      const before = expected.get(stream) ?? [];
      const [first, ...rest] = Array.from({ length: together }, (_, m) => sample(n * together + m));
      if (first === undefined) continue;
      const at = before.length === 0 ? noStream : revision(before.length - 1);
      const stored = await must(log.append(stream, at, [first, ...rest]));
      expect(stored.duplicate).toBe(false);
      expect(await must(log.append(stream, at, [first, ...rest]))).toEqual({
        ...stored,
        duplicate: true,
      });
      before.push(first, ...rest);
      if (n % 30 === 29) {
        await check();
        await log.close();
        log = await open();
      }
    }
    await check();

    for (const old of [0, 4095, 4096, 5000, 8999]) {
      expect(await log.append(streamName('plan-new'), noStream, [sample(old)])()).toEqual(
        E.left({ _tag: 'IdReused', id: eventId(old) }),
      );
    }
    await reader.close();
    await log.close();
    expect(await must(verifySqliteLog({ file, codec: sampleCodec }))).toEqual({
      events: 9000,
      streams: streams.length,
      faults: [],
    });
  });
});
