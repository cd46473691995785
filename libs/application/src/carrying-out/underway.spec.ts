import { type DomainEvent, PlanId, Rating } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventsFrom,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
  saying,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { AppendError, Appended, EventLog } from '../ports/event-log.ts';
import { storage } from '../failure.ts';
import { changeAction } from '../commands/change-plan.ts';
import { loadStream } from './load-stream.ts';
import { closeOrder } from '../commands/orders/close-order.ts';
import { rateOrder } from '../commands/orders/rate-order.ts';
import { reopenOrder } from '../commands/orders/reopen-order.ts';
import { rememberingStreams } from './remembering-streams.ts';

const stream = must(StreamName)('plan-harbour');
const plan = must(PlanId)('harbour');
const unavailable: AppendError = { _tag: 'Unavailable', message: 'the disk is full' };

type Asked = Readonly<{ expected: unknown; types: ReadonlyArray<string> }>;

/**
 * A log that answers appends in the order in which they were asked for, each when it is told to: `true` stores it,
 * `false` loses it.
 */
const byHand = (log: EventLog<DomainEvent>) => {
  const asked: Asked[] = [];
  const told: Array<PromiseWithResolvers<boolean>> = [];
  const answers: Array<Promise<E.Either<AppendError, Appended>>> = [];
  const append: EventLog<DomainEvent>['append'] = (name, expected, events) => () => {
    const own = Promise.withResolvers<boolean>();
    const before = answers.at(-1);
    asked.push({ expected, types: events.map(({ type }) => type) });
    told.push(own);
    const answer = (async () => {
      await before;
      return (await own.promise) ? log.append(name, expected, events)() : E.left(unavailable);
    })();
    answers.push(answer);
    return answer;
  };
  /** Over once so many appends were asked for altogether, or none will be. */
  const untilAsked = async (count: number, isOver = () => false): Promise<void> => {
    while (asked.length < count && !isOver()) await new Promise(setImmediate);
  };
  return {
    log: { ...log, append },
    asked,
    untilAsked,
    tell: (place: number, stores: boolean) => told[place]?.resolve(stores),
  };
};

/** A plan with actions 14 and 15 at revisions 0 to 2, changed by many at once. */
const many = async () => {
  const deps = await memoryTrackrecord();
  await appendEvents(deps, stream, eventsFrom(1, aPlan, anAction('14'), anAction('15')));
  rightOf(await deps.views.catchUp()());
  const hand = byHand(deps.log);
  const desk = { ...deps, log: hand.log, streams: rememberingStreams(hand.log, { inOrder: true }) };
  return { deps, hand, desk };
};

const typesIn = async ({ log }: Readonly<{ log: EventLog<DomainEvent> }>) =>
  rightOf(await log.readStream(stream, { direction: 'forwards' })())
    .slice(3)
    .map(({ event: { type, data } }) => `${type} ${JSON.stringify(data)}`);

describe('changes that are on their way', () => {
  const rated = (ref: string, rating: string) => ({
    ...{ plan, ref, author: saying(), make: rateOrder(must(Rating)(rating)) },
  });

  it('given one that is not durable yet, then the next is sent after it all the same, and neither is answered before', async () => {
    const { deps, hand, desk } = await many();
    const answered: string[] = [];
    const [first, second] = [
      changeAction(desk)(rated('14', 'Red'))().finally(() => answered.push('first')),
      changeAction(desk)(rated('15', 'Amber'))().finally(() => answered.push('second')),
    ];
    await hand.untilAsked(2);
    expect(hand.asked).toEqual([
      { expected: { _tag: 'Revision', revision: 2 }, types: ['RatingChanged'] },
      { expected: { _tag: 'Revision', revision: 3 }, types: ['RatingChanged'] },
    ]);
    expect(answered).toEqual([]);
    hand.tell(0, true);
    hand.tell(1, true);
    expect(rightOf(await first).events).toHaveLength(1);
    expect(rightOf(await second).events).toHaveLength(1);
    expect(await typesIn(deps)).toEqual([
      'RatingChanged {"action":"14","rating":"Red"}',
      'RatingChanged {"action":"15","rating":"Amber"}',
    ]);
  });

  it('given the first is lost, then only its author is told so, and the next is sent again', async () => {
    const { deps, hand, desk } = await many();
    const outcomes = Promise.all([
      changeAction(desk)(rated('14', 'Red'))(),
      changeAction(desk)(rated('15', 'Amber'))(),
    ]);
    await hand.untilAsked(2);
    hand.tell(0, false);
    hand.tell(1, true);
    await hand.untilAsked(3);
    hand.tell(2, true);
    const [first, second] = await outcomes;
    expect(first).toEqual(E.left(storage(unavailable)));
    expect(E.isRight(second)).toBe(true);
    expect(await typesIn(deps)).toEqual(['RatingChanged {"action":"15","rating":"Amber"}']);
  });

  it.each([
    { stores: true, then: 'it is refused, as it stands', refused: true },
    { stores: false, then: 'it is taken, for that never happened', refused: false },
  ])(
    'given a refusal that rests on what is on its way, when that is stored: $stores, then $then',
    async ({ stores, refused }) => {
      const { hand, desk } = await many();
      const closed = changeAction(desk)({ plan, ref: '14', author: saying(), make: closeOrder })();
      const rating = changeAction(desk)(rated('14', 'Red'))();
      await hand.untilAsked(1);
      hand.tell(0, stores);
      if (!refused) {
        await hand.untilAsked(2);
        hand.tell(1, true);
      }
      expect(E.isRight(await closed)).toBe(stores);
      expect(E.isLeft(await rating)).toBe(refused);
    },
  );

  it.each([
    { stores: true, written: 1 },
    { stores: false, written: 2 },
  ])(
    'given the same said twice at once, when the first is stored: $stores, then appends asked for: $written',
    async ({ stores, written }) => {
      const { deps, hand, desk } = await many();
      const first = changeAction(desk)(rated('14', 'Red'))();
      const second = changeAction(desk)(rated('14', 'Red'))();
      await hand.untilAsked(1);
      hand.tell(0, stores);
      if (written === 2) {
        await hand.untilAsked(2);
        hand.tell(1, true);
      }
      await first;
      expect(rightOf(await second).events).toHaveLength(written - 1);
      expect(hand.asked).toHaveLength(written);
      expect(await typesIn(deps)).toEqual(['RatingChanged {"action":"14","rating":"Red"}']);
    },
  );

  it('given an author who looked at what another changes meanwhile, then it is a conflict, although it was on its way', async () => {
    const { hand, desk } = await many();
    const first = changeAction(desk)(rated('14', 'Red'))();
    const second = changeAction(desk)({
      ...rated('14', 'Amber'),
      author: saying({ basedOn: ordinal(3) }),
    })();
    await hand.untilAsked(1);
    hand.tell(0, true);
    await first;
    expect(await second).toMatchObject({ left: { _tag: 'Conflict', changed: { value: 'Red' } } });
    expect(hand.asked).toHaveLength(1);
  });

  it('given any changes at once of which any are lost, then what was acknowledged is there once, in order, and no more', async () => {
    const change = fc.record({
      ref: fc.constantFrom('14', '15'),
      make: fc.constantFrom(
        ...['Red', 'Amber', 'Green'].map((rating) => rateOrder(must(Rating)(rating))),
        ...[closeOrder, reopenOrder],
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        async (changes, stores) => {
          const { deps, hand, desk } = await many();
          const outcomes = Promise.all(
            changes.map((one) => changeAction(desk)({ plan, author: saying(), ...one })()),
          );
          const ended = { all: false };
          void outcomes.then(() => (ended.all = true));
          for (let place = 0; !ended.all; place += 1) {
            await hand.untilAsked(place + 1, () => ended.all);
            hand.tell(place, stores.next().value === true);
          }
          const acknowledged = (await outcomes).flatMap((one) =>
            E.isRight(one) ? one.right.events.map(({ id }) => id) : [],
          );
          const stored = rightOf(await deps.log.readStream(stream, { direction: 'forwards' })());
          expect(
            stored
              .slice(3)
              .map(({ event }) => event.id)
              .toSorted(),
          ).toEqual(acknowledged.toSorted());
          const asOf = rightOf(await loadStream(deps.log, stream, deps.clock.today('UTC'))());
          const remembered = await desk.streams.load(stream, deps.clock.today('UTC'))();
          expect(rightOf(remembered).state.cut).toEqual(asOf.state.cut);
        },
      ),
      { numRuns: 100 },
    );
  });
});
