import { eventOverhead_bytes, maxAppendBytes } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { EventLogEngine } from './event-log-engine.ts';
import { eventId, sample, sampleCodec, streamName } from './sample-event.ts';
import { lines, must, noStream, readEverything, revision, withLog } from './with-log.ts';

const plan = streamName('plan-a');
const other = streamName('plan-b');

export const appendContract = (engine: EventLogEngine): void => {
  const given = withLog(engine);

  describe('append, by expected revision', () => {
    it(
      'given no stream, when its first events are appended, then they have revisions from 0',
      given(async (log) => {
        const appended = await must(log.append(plan, noStream, [sample(1), sample(2)]));
        expect(appended).toMatchObject({ lastRevision: 1, duplicate: false });
        expect(lines(await readEverything(log))).toEqual(['plan-a@0: said 1', 'plan-a@1: said 2']);
      }),
    );

    it(
      'given a stream, when more is appended at its last revision, then it follows on',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1)]));
        await must(log.append(plan, revision(0), [sample(2), sample(3)]));
        expect(await must(log.append(plan, revision(2), [sample(4)]))).toMatchObject({
          lastRevision: 3,
        });
      }),
    );

    it(
      'given a stream, when the writer believes there is none, then it is told the last revision',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1), sample(2)]));
        expect(await log.append(plan, noStream, [sample(3)])()).toEqual(
          E.left({ _tag: 'WrongRevision', stream: plan, actual: 1 }),
        );
      }),
    );

    it(
      'given no stream, when the writer believes there is one, then it is told that there is none',
      given(async (log) => {
        await must(log.append(other, noStream, [sample(1)]));
        expect(await log.append(plan, revision(0), [sample(2)])()).toEqual(
          E.left({ _tag: 'WrongRevision', stream: plan, actual: undefined }),
        );
      }),
    );

    it.each([0, 2, 99, -1])(
      'given a stream whose last revision is 1, when %i is expected, then nothing is written',
      (expected) =>
        given(async (log) => {
          await must(log.append(plan, noStream, [sample(1), sample(2)]));
          expect(await log.append(plan, revision(expected), [sample(3), sample(4)])()).toEqual(
            E.left({ _tag: 'WrongRevision', stream: plan, actual: 1 }),
          );
          expect(await readEverything(log)).toHaveLength(2);
        })(),
    );

    it(
      'given an append that was refused, when the writer looks again and appends, then it is stored',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1)]));
        await log.append(plan, noStream, [sample(2)])();
        expect(await must(log.append(plan, revision(0), [sample(2)]))).toMatchObject({
          lastRevision: 1,
          duplicate: false,
        });
      }),
    );
  });

  describe('append, by event id', () => {
    it(
      'given an append, when it is repeated exactly, then it has the first outcome and nothing is written',
      given(async (log) => {
        const first = await must(log.append(plan, noStream, [sample(1), sample(2)]));
        const again = await must(log.append(plan, noStream, [sample(1), sample(2)]));
        expect(again).toEqual({ ...first, duplicate: true });
        expect(await readEverything(log)).toHaveLength(2);
      }),
    );

    it(
      'given an append and later ones, when the first is repeated exactly, then it has the first outcome',
      given(async (log) => {
        const first = await must(log.append(plan, noStream, [sample(1), sample(2)]));
        const second = await must(log.append(plan, revision(1), [sample(3)]));
        await must(log.append(other, noStream, [sample(4)]));
        expect(await must(log.append(plan, noStream, [sample(1), sample(2)]))).toEqual({
          ...first,
          duplicate: true,
        });
        expect(await must(log.append(plan, revision(1), [sample(3)]))).toEqual({
          ...second,
          duplicate: true,
        });
        expect(await readEverything(log)).toHaveLength(4);
      }),
    );

    it(
      'given an append, when its ids come again with other words, then the first words stand',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1, 'first')]));
        expect(await must(log.append(plan, noStream, [sample(1, 'second')]))).toMatchObject({
          duplicate: true,
        });
        expect(lines(await readEverything(log))).toEqual(['plan-a@0: first']);
      }),
    );

    it(
      'given an append, when its ids come again at the revision that the stream has now, then nothing is written',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1)]));
        expect(await must(log.append(plan, revision(0), [sample(1)]))).toMatchObject({
          lastRevision: 0,
          duplicate: true,
        });
        expect(await readEverything(log)).toHaveLength(1);
      }),
    );

    it.each([
      ['in another stream', other, noStream, [1]],
      ['together with a new one after it', plan, revision(2), [3, 9]],
      ['together with a new one before it', plan, revision(2), [9, 3]],
      ['in another order', plan, noStream, [2, 1, 3]],
      ['with one left out', plan, noStream, [1, 3]],
    ] as const)(
      'given events 1 to 3 in a stream, when one of their ids comes %s, then it is refused by name',
      (_case, stream, expected, numbers) =>
        given(async (log) => {
          await must(log.append(plan, noStream, [sample(1), sample(2), sample(3)]));
          const [first, ...rest] = numbers.map((n) => sample(n));
          if (first === undefined) return;
          const stored = numbers.find((n) => n < 9) ?? 0;
          expect(await log.append(stream, expected, [first, ...rest])()).toEqual(
            E.left({ _tag: 'IdReused', id: eventId(stored) }),
          );
          expect(await readEverything(log)).toHaveLength(3);
        })(),
    );

    it(
      'given two events of one id in one append, then it is refused and neither is stored',
      given(async (log) => {
        expect(await log.append(plan, noStream, [sample(1), sample(2), sample(1)])()).toEqual(
          E.left({ _tag: 'IdReused', id: eventId(1) }),
        );
        expect(await readEverything(log)).toEqual([]);
        await must(log.append(plan, noStream, [sample(1)]));
      }),
    );

    it(
      'given an append that was refused for one id, then its other ids are still free',
      given(async (log) => {
        await must(log.append(other, noStream, [sample(2)]));
        await log.append(plan, noStream, [sample(1), sample(2)])();
        expect(await must(log.append(plan, noStream, [sample(1)]))).toMatchObject({
          duplicate: false,
        });
      }),
    );
  });

  describe('append, by size', () => {
    const emptyBytes = sampleCodec.encode(sample(1, '')).length + eventOverhead_bytes;

    it(
      'given exactly 1 MiB with the overhead, in two-byte characters, then they are stored',
      given(async (log) => {
        const rest = maxAppendBytes - emptyBytes;
        const exact = `${'é'.repeat(Math.floor(rest / 2))}${'x'.repeat(rest % 2)}`;
        expect(Buffer.byteLength(sampleCodec.encode(sample(1, exact)))).toBe(
          maxAppendBytes - eventOverhead_bytes,
        );
        await must(log.append(plan, noStream, [sample(1, exact)]));
        expect((await readEverything(log))[0]?.event.words).toBe(exact);
      }),
    );

    it(
      'given one byte over 1 MiB in all, then it is refused with both sizes and nothing is stored',
      given(async (log) => {
        const half = 'x'.repeat(maxAppendBytes / 2 - emptyBytes);
        expect(
          await log.append(plan, noStream, [sample(1, half), sample(2, `${half}x`)])(),
        ).toEqual(E.left({ _tag: 'TooLarge', bytes: maxAppendBytes + 1, limit: maxAppendBytes }));
        expect(await readEverything(log)).toEqual([]);
        await must(log.append(plan, noStream, [sample(1, half), sample(2, half)]));
      }),
    );

    it(
      'given 2,000 events in one append, then all are stored in their order',
      given(async (log) => {
        const [first, ...rest] = Array.from({ length: 2000 }, (_, n) => sample(n));
        if (first === undefined) return;
        await must(log.append(plan, noStream, [first, ...rest]));
        const read = await must(log.readStream(plan, { direction: 'forwards' }));
        expect(read.map(({ event }) => event)).toEqual([first, ...rest]);
      }),
    );
  });

  describe('append, by many at once', () => {
    it(
      'given 256 writers who all believe that there is no stream, then one of them wins',
      given(async (log) => {
        const outcomes = await Promise.all(
          Array.from({ length: 256 }, (_, n) => log.append(plan, noStream, [sample(n)])()),
        );
        expect(outcomes.filter(E.isRight)).toHaveLength(1);
        expect(outcomes.filter(E.isLeft).map(({ left }) => left)).toEqual(
          Array.from({ length: 255 }, () => ({ _tag: 'WrongRevision', stream: plan, actual: 0 })),
        );
        expect(await readEverything(log)).toHaveLength(1);
      }),
    );

    it(
      'given 64 writers on a stream each, then every append is stored, and every stream is dense',
      given(async (log) => {
        const writer = async (w: number): Promise<void> => {
          const stream = streamName(`plan-${w}`);
          await must(log.append(stream, noStream, [sample(w * 100)]));
          for (const n of [1, 2, 3, 4]) {
            await must(log.append(stream, revision(n - 1), [sample(w * 100 + n)]));
          }
        };
        await Promise.all(Array.from({ length: 64 }, (_, w) => writer(w)));
        const all = await readEverything(log);
        expect(all).toHaveLength(64 * 5);
        for (const w of [0, 31, 63]) {
          const stream = await must(
            log.readStream(streamName(`plan-${w}`), { direction: 'forwards' }),
          );
          expect(lines(stream)).toEqual(
            [0, 1, 2, 3, 4].map((n) => `plan-${w}@${n}: said ${w * 100 + n}`),
          );
        }
      }),
    );

    it(
      'given the same append sent twice at once, then it is stored once and both are answered alike',
      given(async (log) => {
        const [one, two] = await Promise.all([
          must(log.append(plan, noStream, [sample(1)])),
          must(log.append(plan, noStream, [sample(1)])),
        ]);
        expect([one.duplicate, two.duplicate].sort()).toEqual([false, true]);
        expect(one.position).toBe(two.position);
      }),
    );
  });

  describe('append, by what is in it', () => {
    it.each([
      ['letters beyond ASCII', 'Ysgol Gyfun, Đorđe, 東京, naïve – “quoted”'],
      ['characters beyond 16 bits', '👩‍👩‍👧 𝒳'],
      ['half a surrogate pair', `a\ud83d b`],
      ['control characters and a NUL', 'a\u0000b\u0001\r\n\t\u2028'],
      ['what SQL or JSON might take for its own', `'); DROP TABLE events; -- "\\u0041`],
      ['nothing', ''],
    ])('given %s, then the same is read again', (_case, words) =>
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(1, words)]));
        expect((await readEverything(log))[0]?.event.words).toBe(words);
        expect((await must(log.readStream(plan, { direction: 'backwards' })))[0]?.event.words).toBe(
          words,
        );
      })(),
    );
  });

  describe('append, and then the log is closed and opened again', () => {
    it(
      'given an engine that keeps its events, then they, their positions and their ids are as before',
      given(async (log, { reopened }) => {
        if (reopened === undefined) return;
        await must(log.append(plan, noStream, [sample(1), sample(2)]));
        const first = await must(log.append(other, noStream, [sample(3)]));
        const before = await readEverything(log);
        const again = await reopened();
        expect(await readEverything(again)).toEqual(before);
        expect(await must(again.append(other, noStream, [sample(3)]))).toEqual({
          ...first,
          duplicate: true,
        });
        expect(await again.append(plan, revision(1), [sample(3)])()).toEqual(
          E.left({ _tag: 'IdReused', id: eventId(3) }),
        );
        await must(again.append(plan, revision(1), [sample(4)]));
        expect((await readEverything(again)).slice(0, 3)).toEqual(before);
      }),
    );

    it(
      'given a closed log, then every question is answered “unavailable”',
      given(async (log) => {
        await log.close();
        for (const answer of [
          await log.append(plan, noStream, [sample(1)])(),
          await log.readAll(undefined, 1)(),
          await log.readStream(plan, { direction: 'forwards' })(),
        ]) {
          expect(answer).toMatchObject({ _tag: 'Left', left: { _tag: 'Unavailable' } });
        }
      }),
    );
  });
};
