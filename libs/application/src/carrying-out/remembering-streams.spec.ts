import {
  AssertionsRetracted,
  ChangeRating,
  decidePlan,
  planEvents,
  PlanId,
  Rating,
  RatingChanged,
} from '@trackrecord/domain';
import {
  assertionsIn,
  LocalDate,
  type StreamName,
  StreamName as StreamNameCodec,
} from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  arbitraryStream,
  circumstancesOn,
  eventIdNumber,
  eventsFrom,
  fewLeaves,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  order,
  rightOf,
  saying,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { carryOut } from './carry-out.ts';
import { changeAction } from '../commands/change-plan.ts';
import { loadStream } from './load-stream.ts';
import type { LoadedStream } from './loaded-stream.ts';
import { rateOrder } from '../commands/orders/rate-order.ts';
import { rememberingStreams } from './remembering-streams.ts';

const stream = must(StreamNameCodec)('plan-harbour');
const date = must(LocalDate);
const refs = Array.from({ length: 30 }, (_, place) => `a-${place}`);

const past: ReadonlyArray<Happened> = [
  aPlan,
  anAction('14'),
  happened(RatingChanged, { action: '14', rating: 'Red' }, '2026-03-31'),
  happened(RatingChanged, { action: '14', rating: 'Amber' }, '2026-05-01'),
  happened(AssertionsRetracted, { events: [eventIdNumber(3)] }, '2026-06-01'),
  happened(RatingChanged, { action: '14', rating: 'Green' }, '2026-04-15'),
];

/** A stream as it was loaded, wherever its history keeps what was said last. */
const plainly = ({ events, commands, state: { history, ...state } }: LoadedStream) => ({
  ...{ events, commands, state, said: assertionsIn(history), retractedAt: history.retractedAt },
});

/** How many events are read of each stream. */
const counting = ({ log }: Writable) => {
  const read: number[] = [];
  const counted: Writable['log'] = {
    ...log,
    readStream: (name, slice) => async () => {
      const events = await log.readStream(name, slice)();
      read.push(E.isRight(events) ? events.right.length : -1);
      return events;
    },
  };
  return { log: counted, read };
};

describe('streams that are remembered', () => {
  it('given what others appended, then it is what a look at the whole stream finds, on any date', async () => {
    const deps = await memoryTrackrecord();
    const { log, read } = counting(deps);
    const streams = rememberingStreams(log);
    for (const [place, one] of past.entries()) {
      await appendEvents(deps, stream, eventsFrom(place + 1, one));
      for (const asOf of ['2026-06-30', '2026-04-20', '2026-06-30', '2026-01-01', '2026-05-05']) {
        expect(plainly(rightOf(await streams.load(stream, date(asOf))()))).toEqual(
          plainly(rightOf(await loadStream(deps.log, stream, date(asOf))())),
        );
      }
    }
    expect(read.reduce((sum, events) => sum + events, 0)).toBe(past.length);
  });

  it('given any events, then it is what a look at the whole stream finds', async () => {
    const any = arbitraryStream(fewLeaves)(planEvents);
    await fc.assert(
      fc.asyncProperty(any, fc.nat(12), async (events, cut) => {
        const deps = await memoryTrackrecord();
        const streams = rememberingStreams(deps.log);
        await appendEvents(deps, stream, events.slice(0, cut));
        await streams.load(stream, date('2026-06-30'))();
        await appendEvents(deps, stream, events.slice(cut));
        expect(plainly(rightOf(await streams.load(stream, date('2026-06-30'))()))).toEqual(
          plainly(rightOf(await loadStream(deps.log, stream, date('2026-06-30'))())),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('given more streams than it keeps, then the one that was asked for longest ago is read again', async () => {
    const deps = await memoryTrackrecord();
    const [vale, dale]: ReadonlyArray<StreamName> = ['plan-vale', 'plan-dale'].map(
      must(StreamNameCodec),
    );
    const [, ...names] = [stream, vale, dale].filter((name) => name !== undefined);
    await appendEvents(deps, stream, eventsFrom(1, aPlan));
    const { log, read } = counting(deps);
    const streams = rememberingStreams(log, { most: 2 });
    for (const name of [stream, ...names, stream]) await streams.load(name, date('2026-06-30'))();
    expect(read).toEqual([1, 0, 0, 1]);
  });

  it('given what turned out to be otherwise, then it is read again', async () => {
    const deps = await memoryTrackrecord();
    await appendEvents(deps, stream, eventsFrom(1, aPlan));
    const { log, read } = counting(deps);
    const streams = rememberingStreams(log);
    await streams.load(stream, date('2026-06-30'))();
    streams.forget(stream);
    await streams.load(stream, date('2026-06-30'))();
    expect(read).toEqual([1, 1]);
  });
});

describe('many who change one plan at once', () => {
  it('given that they take turns, then each is recorded, once, in the order of asking', async () => {
    const deps = await memoryTrackrecord();
    await appendEvents(deps, stream, eventsFrom(1, aPlan, ...refs.map(anAction)));
    const taking = { ...deps, streams: rememberingStreams(deps.log) };
    const plan = must(PlanId)('harbour');
    const red = rateOrder(must(Rating)('Red'));
    const outcomes = await Promise.all(
      refs.map((ref) => changeAction(taking)({ plan, ref, author: saying(), make: red })()),
    );
    expect(outcomes.filter(E.isLeft)).toEqual([]);
    const recorded = rightOf(await deps.log.readStream(stream, { direction: 'forwards' })());
    expect(recorded.slice(31).map(({ event }) => event.data)).toEqual(
      refs.map((action) => ({ action, rating: 'Red' })),
    );
  });

  it('given one that fails, then the next has its turn all the same', async () => {
    const deps = await memoryTrackrecord();
    const streams = rememberingStreams(deps.log);
    const broken = streams.inTurn(stream, () => Promise.reject(new Error('broken')))();
    const next = streams.inTurn(stream, () => Promise.resolve('done'))();
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it('given others who write beside them, then it is decided again on what they left', async () => {
    const deps = await memoryTrackrecord();
    await appendEvents(deps, stream, eventsFrom(1, aPlan, anAction('14')));
    const streams = rememberingStreams(deps.log);
    const loaded = rightOf(await streams.load(stream, date('2026-06-30'))());
    await appendEvents(
      deps,
      stream,
      eventsFrom(101, happened(RatingChanged, { action: '14', rating: 'Green' })),
    );
    const done = await carryOut({ ...deps, streams })({
      stream,
      decide: decidePlan,
      circumstances: circumstancesOn('2026-06-30'),
      steps: () => E.right([{ order: order(ChangeRating, { action: '14', rating: 'Red' }) }]),
      loaded,
    })();
    expect(rightOf(done).events.map(({ type }) => type)).toEqual(['RatingChanged']);
    expect(rightOf(await deps.log.readStream(stream, { direction: 'forwards' })())).toHaveLength(4);
  });
});
