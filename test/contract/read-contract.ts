import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { EventLogEngine } from './event-log-engine.ts';
import { sample, streamName } from './sample-event.ts';
import { lines, must, noStream, readEverything, revision, withLog } from './with-log.ts';

const plan = streamName('plan-a');
const other = streamName('party-b');

export const readContract = (engine: EventLogEngine): void => {
  const given = withLog(engine);

  /** plan: revisions 0 to 4 as events 0 to 4; party: 0 and 1 as 10 and 11; interleaved. */
  const givenTwoStreams = (test: Parameters<typeof given>[0]) =>
    given(async (log, opened) => {
      await must(log.append(plan, noStream, [sample(0), sample(1)]));
      await must(log.append(other, noStream, [sample(10)]));
      await must(log.append(plan, revision(1), [sample(2), sample(3)]));
      await must(log.append(other, revision(0), [sample(11)]));
      await must(log.append(plan, revision(3), [sample(4)]));
      await test(log, opened);
    });

  describe('readStream', () => {
    it.each([
      ['all forwards', { direction: 'forwards' }, [0, 1, 2, 3, 4]],
      ['all backwards', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
      ['forwards from 3', { direction: 'forwards', from: 3 }, [3, 4]],
      ['backwards from 3', { direction: 'backwards', from: 3 }, [3, 2, 1, 0]],
      ['forwards, two of them', { direction: 'forwards', limit: 2 }, [0, 1]],
      ['backwards, the last', { direction: 'backwards', limit: 1 }, [4]],
      ['forwards from 1, two of them', { direction: 'forwards', from: 1, limit: 2 }, [1, 2]],
      ['backwards from 2, two of them', { direction: 'backwards', from: 2, limit: 2 }, [2, 1]],
      ['forwards from after the end', { direction: 'forwards', from: 5 }, []],
      ['backwards from after the end', { direction: 'backwards', from: 50 }, [4, 3, 2, 1, 0]],
      ['none of them', { direction: 'forwards', limit: 0 }, []],
      ['more than there are', { direction: 'forwards', limit: 100 }, [0, 1, 2, 3, 4]],
    ] as const)(
      'given a stream of five, when it is read %s, then so it is',
      (_case, slice, expected) =>
        givenTwoStreams(async (log) => {
          const read = await must(log.readStream(plan, slice));
          expect(lines(read)).toEqual(expected.map((n) => `plan-a@${n}: said ${n}`));
        })(),
    );

    it(
      'given no such stream, then there is nothing in it',
      givenTwoStreams(async (log) => {
        const read = log.readStream(streamName('plan-none'), { direction: 'backwards', limit: 1 });
        expect(await read()).toEqual(E.right([]));
      }),
    );

    it(
      'given an event that was read from its stream, then its position is the one that readAll gives',
      givenTwoStreams(async (log) => {
        const fromStream = await must(log.readStream(plan, { direction: 'forwards' }));
        const fromAll = await readEverything(log);
        expect(fromAll.filter(({ stream }) => stream === plan)).toEqual(fromStream);
      }),
    );
  });

  describe('readAll', () => {
    it(
      'given an empty log, then there is nothing',
      given(async (log) => {
        expect(await log.readAll(undefined, 10)()).toEqual(E.right([]));
      }),
    );

    it(
      'given several streams, then all events are in the order in which they were stored',
      givenTwoStreams(async (log) => {
        expect((await readEverything(log)).map(({ event }) => event.words)).toEqual(
          [0, 1, 10, 2, 3, 11, 4].map((n) => `said ${n}`),
        );
      }),
    );

    it(
      'given any event’s position, when read after it, then what follows that event is read',
      givenTwoStreams(async (log) => {
        const all = await readEverything(log);
        for (const [index, { position }] of all.entries()) {
          expect(await must(log.readAll(position, 100))).toEqual(all.slice(index + 1));
          expect(await must(log.readAll(position, 2))).toEqual(all.slice(index + 1, index + 3));
        }
      }),
    );

    it(
      'given an append’s outcome, when read after its position, then what came later is read',
      givenTwoStreams(async (log) => {
        const { position } = await must(log.append(plan, revision(4), [sample(5), sample(6)]));
        expect(await must(log.readAll(position, 10))).toEqual([]);
        await must(log.append(other, revision(1), [sample(12)]));
        expect(lines(await must(log.readAll(position, 10)))).toEqual(['party-b@2: said 12']);
      }),
    );

    it(
      'given a limit of none, then there is nothing',
      givenTwoStreams(async (log) => {
        expect(await must(log.readAll(undefined, 0))).toEqual([]);
      }),
    );

    it(
      'given what is no position of any log, then it says so',
      givenTwoStreams(async (log) => {
        const answer = await log.readAll('the third one', 1)();
        expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } });
        expect(JSON.stringify(answer)).toContain('the third one');
      }),
    );
  });
};
