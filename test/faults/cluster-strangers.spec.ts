import {
  compareAnswers,
  describeFailure,
  planAnswer,
  resolveQuestion,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Desk } from './cluster-desk.ts';
import { served } from '../cluster-peer/served.ts';
import { allHold, deskOn, say, tenant, twoDesks, until } from './cluster-kit.ts';
import { type Asker, askForOne, registerPlan } from './cluster-orders.ts';

const stream = `${tenant}.plan-harbour`;

const answerOf = (desk: Desk, plan: string) => {
  const question = rightOf(resolveQuestion(desk)(must(PlanId)(plan), {}));
  return rightOf(planAnswer(desk)(question));
};

/** What people are told who want to change something, on a plan that there is and on a new one. */
const refusals = async (desk: Desk, asker: Asker): Promise<ReadonlyArray<string>> => {
  const asked = [await registerPlan(desk, 'another')];
  for (let n = 0; n < 5; n += 1) asked.push(await askForOne(desk, asker, { why: `Try ${n}.` }));
  return asked.flatMap(({ outcome }) => {
    if (E.isLeft(outcome))
      return outcome.left._tag === 'Refused' ? [] : [describeFailure(outcome.left)];
    return outcome.right.events.length === 0 ? [] : ['it was recorded'];
  });
};

describe('an event of somebody else in a stream of ours', () => {
  it('given ten, when commands follow on every node, then they are left out and listed, and all goes on', async () => {
    const peer = await served();
    const { one, two, asker } = await twoDesks(peer);
    for (let n = 0; n < 10; n += 1) {
      peer.store.write(stream, { type: 'Greeting', data: { words: 'Hello' } });
      const desk = n % 2 === 0 ? one : two;
      for (const why of ['First.', 'Second.']) {
        const { outcome } = await askForOne(desk, asker, { why });
        if (E.isLeft(outcome)) expect(outcome.left._tag).toBe('Refused');
      }
    }
    await allHold(peer, one, two);
    expect(rightOf(compareAnswers(one, two, () => undefined)).differences).toEqual([]);
    const foreign = peer.store
      .stream(stream)
      .filter(({ type }) => type === 'Greeting')
      .map(({ id, revision, type }) => ({ stream, id, revision, type, why: 'foreign' }));
    expect(foreign).toHaveLength(10);
    for (const desk of [one, two])
      expect(desk.status()).toMatchObject({ state: 'live', skipped: foreign });
  });
});

describe('a stream that was deleted for good', () => {
  it('given a tombstone, then every node stops with its name, also one that is started again: answers go on, and commands are refused', async () => {
    const peer = await served();
    const { directory, one, two, plan, asker } = await twoDesks(peer);
    const before = answerOf(one, plan);
    peer.store.tombstone(stream);
    const check = async (desk: Desk): Promise<void> => {
      await until(() => desk.status().state === 'stopped');
      expect(desk.status().problem).toMatch(/kent\.plan-harbour.* was deleted for good: \S/);
      rightOf(await desk.views.catchUp()());
      expect(answerOf(desk, plan)).toEqual(before);
      const told = await refusals(desk, asker);
      for (const words of told) expect(words).toContain('was deleted for good');
      expect(told.length).toBeGreaterThan(1);
    };
    await check(one);
    await check(two);
    await one.close();
    await check(await deskOn(peer, directory, { name: 'one', seed: 'again' }));
  });
});

describe('another cluster behind the same address', () => {
  it.each([
    ['an empty one', 0],
    ['one with other events', 100],
  ])(
    'given %s, then the node stops, answers, and writes nothing there; with the right one it goes on',
    async (_, count) => {
      const right = await served();
      const { directory, one, plan, asker } = await twoDesks(right);
      const before = answerOf(one, plan);
      await right.kill();
      const wrong = await served({ port: right.endpoint.port });
      for (let n = 0; n < count; n += 1) say(wrong.store, 'plan-harbour', n);
      const { length } = wrong.store.all();
      await until(() => one.status().state === 'stopped');
      expect(one.status().problem).toContain('does not hold the last event of this node’s copy');
      rightOf(await one.views.catchUp()());
      expect(answerOf(one, plan)).toEqual(before);
      const told = await refusals(one, asker);
      for (const words of told) expect(words).toContain('this copy was made from another cluster');
      expect(told.length).toBeGreaterThan(1);
      const beside = await deskOn(right, directory, { name: 'one', seed: 'beside' });
      expect(beside.status().state).toBe('elsewhere');
      expect(answerOf(beside, plan)).toEqual(before);
      for (const words of await refusals(beside, asker))
        expect(words).toContain('this copy was made from another cluster');
      expect(wrong.store.all()).toHaveLength(length);
      await beside.close();

      await wrong.stop();
      await right.restart();
      await one.close();
      const again = await deskOn(right, directory, { name: 'one', seed: 'again' });
      rightOf((await registerPlan(again, 'another')).outcome);
      expect(again.status()).toMatchObject({ state: 'live' });
    },
  );
});
