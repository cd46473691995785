import type { EventLog, Position } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { EventLogEngine } from './event-log-engine.ts';
import { type SampleEvent, sample, streamName } from './sample-event.ts';
import { must, noStream, readEverything, revision, withLog } from './with-log.ts';

const plan = streamName('plan-a');

/** The words of the first `count` events that a follower is given, and the position of the last. */
const followed = async (
  log: EventLog<SampleEvent>,
  after: Position | undefined,
  count: number,
): Promise<Readonly<{ words: ReadonlyArray<string>; position: Position | undefined }>> => {
  const words: Array<string> = [];
  for await (const batch of log.follow(after, new AbortController().signal)) {
    if (E.isLeft(batch)) throw new Error(JSON.stringify(batch.left));
    for (const { event, position } of batch.right) {
      words.push(event.words);
      if (words.length === count) return { words, position };
    }
  }
  return { words, position: undefined };
};

const said = (...numbers: ReadonlyArray<number>): ReadonlyArray<string> =>
  numbers.map((n) => `said ${n}`);

export const followContract = (engine: EventLogEngine): void => {
  const given = withLog(engine);

  describe('follow', () => {
    it(
      'given events, when followed from the start, then those come, and then the new ones',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(0), sample(1)]));
        const following = followed(log, undefined, 4);
        await must(log.append(plan, revision(1), [sample(2)]));
        await must(log.append(plan, revision(2), [sample(3)]));
        expect((await following).words).toEqual(said(0, 1, 2, 3));
      }),
    );

    it(
      'given an empty log, when followed and then appended to, then the first event comes',
      given(async (log) => {
        const following = followed(log, undefined, 1);
        await must(log.append(plan, noStream, [sample(0)]));
        expect((await following).words).toEqual(said(0));
      }),
    );

    it(
      'given a position, when followed from it, then only what is after it comes',
      given(async (log) => {
        const { position } = await must(log.append(plan, noStream, [sample(0), sample(1)]));
        const following = followed(log, position, 1);
        await must(log.append(plan, revision(1), [sample(2)]));
        expect((await following).words).toEqual(said(2));
      }),
    );

    it(
      'given a follower that stopped in the middle, when followed again from there, then none is missing or twice',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(0), sample(1), sample(2)]));
        const first = await followed(log, undefined, 2);
        await must(log.append(plan, revision(2), [sample(3)]));
        const second = await followed(log, first.position, 2);
        expect([...first.words, ...second.words]).toEqual(said(0, 1, 2, 3));
      }),
    );

    it(
      'given three followers, then each is given everything',
      given(async (log) => {
        const following = [1, 2, 3].map(() => followed(log, undefined, 3));
        await must(log.append(plan, noStream, [sample(0)]));
        await must(log.append(plan, revision(0), [sample(1), sample(2)]));
        for (const { words } of await Promise.all(following)) {
          expect(words).toEqual(said(0, 1, 2));
        }
      }),
    );

    it(
      'given 3,000 events and 100 more while they are followed, then all come in the order of readAll',
      given(async (log) => {
        const batches = Array.from({ length: 30 }, (_, b) =>
          Array.from({ length: 100 }, (__, n) => sample(b * 100 + n)),
        );
        for (const [b, [first, ...rest]] of batches.entries()) {
          if (first === undefined) continue;
          await must(
            log.append(plan, b === 0 ? noStream : revision(b * 100 - 1), [first, ...rest]),
          );
        }
        const following = followed(log, undefined, 3100);
        await Promise.all(
          Array.from({ length: 100 }, (_, n) =>
            must(log.append(streamName(`plan-${n}`), noStream, [sample(3000 + n)])),
          ),
        );
        const all = await readEverything(log);
        expect((await following).words).toEqual(all.map(({ event }) => event.words));
      }),
    );

    it(
      'given a follower that waits at the end, when it is aborted, then it ends',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(0)]));
        const aborting = new AbortController();
        const words: Array<string> = [];
        for await (const batch of log.follow(undefined, aborting.signal)) {
          if (E.isRight(batch)) words.push(...batch.right.map(({ event }) => event.words));
          setImmediate(() => {
            aborting.abort();
          });
        }
        expect(words).toEqual(said(0));
      }),
    );

    it(
      'given a signal that is aborted already, then nothing comes',
      given(async (log) => {
        await must(log.append(plan, noStream, [sample(0)]));
        for await (const batch of log.follow(undefined, AbortSignal.abort())) {
          expect(batch).toBe('nothing');
        }
      }),
    );

    it(
      'given a follower that waits at the end, when the log is closed, then it ends',
      given(async (log) => {
        const following = followed(log, undefined, 1);
        await log.close();
        expect((await following).words).toEqual([]);
      }),
    );

    it(
      'given what is no position of any log, then a follower is told so and ends',
      given(async (log) => {
        const batches: Array<unknown> = [];
        for await (const batch of log.follow('yesterday', new AbortController().signal)) {
          batches.push(batch);
        }
        expect(batches).toMatchObject([{ _tag: 'Left', left: { _tag: 'Unavailable' } }]);
      }),
    );
  });
};
