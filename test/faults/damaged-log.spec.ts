import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifySqliteLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must } from '../contract/with-log.ts';
import { closedLog, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

const count = 20;
/** The event that is damaged: number 7, at position 8. */
const [damaged, position] = [sample(7), 8];
const text = sampleCodec.encode(damaged);

/** What a reader is told of a file by each way of reading; `undefined` where it was served events. */
const answers = async (file: string) => {
  const opened = await openLog(file, { mode: 'read' })();
  if (E.isLeft(opened)) return { all: opened.left, stream: opened.left, events: [] };
  const log = opened.right;
  const all = await log.readAll(undefined, 100)();
  const stream = await log.readStream(streamName('plan-a'), { direction: 'forwards' })();
  await log.close();
  return {
    all: E.isLeft(all) ? all.left : undefined,
    stream: E.isLeft(stream) ? stream.left : undefined,
    events: [all, stream].flatMap((read) =>
      E.isRight(read) ? read.right.map(({ event }) => event.words) : [],
    ),
  };
};

const whole = Array.from({ length: count }, (_, n) => `said ${n}`);

describe('a log with one flipped bit', () => {
  it(
    'given any bit of an event’s stored bytes, when it is flipped, then both ways of reading name the event’s position',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, count);
      const sound = readFileSync(file);
      const start = sound.indexOf(text);
      for (let offset = 0; offset < text.length; offset += 5) {
        for (const bit of [0, 3, 5, 7]) {
          const flipped = Buffer.from(sound);
          flipped[start + offset] = (flipped[start + offset] ?? 0) ^ (1 << bit);
          writeFileSync(file, flipped);
          const { all, stream } = await answers(file);
          expect(all, `offset ${offset}, bit ${bit}`).toMatchObject({
            _tag: 'Corrupt',
            position: String(position),
          });
          expect(stream).toMatchObject({ _tag: 'Corrupt', position: String(position) });
        }
      }
    }),
  );

  it(
    'given any bit of the row’s other columns and of what SQLite keeps with it, when it is flipped, then nothing else is served',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, count);
      const sound = readFileSync(file);
      const start = sound.indexOf(text);
      // Cell header, record header, stream, revision and checksum stand in the 14 bytes before the text.
      for (let offset = -14; offset < 0; offset += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          const flipped = Buffer.from(sound);
          flipped[start + offset] = (flipped[start + offset] ?? 0) ^ (1 << bit);
          writeFileSync(file, flipped);
          const { all, events } = await answers(file);
          expect(events.filter((words) => !whole.includes(words))).toEqual([]);
          // SQLite keeps a byte there for the position, which it does not read: the position is the row's key.
          if (all === undefined) expect(events).toEqual([...whole, ...whole]);
          else expect(all._tag, `offset ${offset}, bit ${bit}: ${all.message}`).toBe('Corrupt');
        }
      }
    }),
  );

  it(
    'given any one bit of the file, when it is flipped, then no reader is served anything that was not written',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, count);
      const sound = readFileSync(file);
      // A prime step, so that every kind of place in a page is met.
      for (let place = 0; place < sound.length * 8; place += 1009) {
        const flipped = Buffer.from(sound);
        flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
        writeFileSync(file, flipped);
        const { all, events } = await answers(file);
        expect(events.filter((words) => !whole.includes(words))).toEqual([]);
        if (all === undefined) expect(events.slice(0, count)).toEqual(whole);
      }
    }),
  );

  it(
    'given two damaged events, when the log is verified, then both are named and the others counted',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, count);
      const bytes = readFileSync(file);
      for (const n of [7, 11]) {
        const at = bytes.indexOf(sampleCodec.encode(sample(n)));
        bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
      }
      writeFileSync(file, bytes);
      const { events, faults } = await must(verifySqliteLog({ file, codec: sampleCodec }));
      expect(faults.map((fault) => fault.position)).toEqual(['8', '12']);
      expect(events).toBe(count - 2);
    }),
  );

  it(
    'given a damaged event, then the log can still be read up to it',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, count);
      const bytes = readFileSync(file);
      const at = bytes.indexOf(text);
      bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      const log = await must(openLog(file, { mode: 'read' }));
      expect(await must(log.readAll(undefined, position - 1))).toHaveLength(position - 1);
      await log.close();
    }),
  );
});

describe('a log that was cut short', () => {
  it.each([0, 1, 100, 4096, 5000, 8192])(
    'given its first %i bytes, when it is opened, then it is refused by name, or named damaged when it is read',
    (length) =>
      inDirectory(async (directory) => {
        const file = await closedLog(directory, count);
        truncateSync(file, length);
        const { all, events } = await answers(file);
        expect(events).toEqual([]);
        expect(['Unavailable', 'Corrupt']).toContain(all?._tag);
        expect(all?.message).toContain(file);
      })(),
  );

  it(
    'given its last page is gone, when it is opened to write, then it is refused and left as it is',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, 200);
      truncateSync(file, readFileSync(file).length - 4096);
      const before = readFileSync(file);
      const opened = await openLog(file)();
      expect(opened).toMatchObject({ left: { _tag: 'Unavailable' } });
      expect(JSON.stringify(opened)).toContain('damaged or cut short');
      copyFileSync(file, join(directory, 'after.db'));
      expect(readFileSync(file)).toEqual(before);
    }),
  );
});
