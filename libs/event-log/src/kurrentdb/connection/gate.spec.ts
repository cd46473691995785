import { expect, it } from 'vitest';
import { makeGate } from './gate.ts';

/** A task that ends when it is told to. */
const task = () => {
  const ending = Promise.withResolvers<string>();
  const state = { begun: false };
  return {
    state,
    end: ending.resolve,
    fail: ending.reject,
    run: () => {
      state.begun = true;
      return ending.promise;
    },
  };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('given a cold gate, when three come at once, then the first goes alone and the others when it is back', async () => {
  const gate = makeGate();
  const [one, two, three] = [task(), task(), task()];
  const answers = [gate(one.run), gate(two.run), gate(three.run)];
  await turn();
  expect([one, two, three].map(({ state }) => state.begun)).toEqual([true, false, false]);
  one.end('one');
  await turn();
  expect([two, three].map(({ state }) => state.begun)).toEqual([true, true]);
  two.end('two');
  three.end('three');
  expect(await Promise.all(answers)).toEqual(['one', 'two', 'three']);
});

it('given that the first fails, when it has, then the others go all the same', async () => {
  const gate = makeGate();
  const [one, two] = [task(), task()];
  const first = gate(one.run);
  const second = gate(two.run);
  one.fail(new Error('no'));
  await expect(first).rejects.toThrow('no');
  two.end('two');
  expect(await second).toBe('two');
});

it('given a warm gate, when a thousand come at once, then 256 are under way and the rest follow in order', async () => {
  const gate = makeGate();
  await gate(() => Promise.resolve());
  const begun: Array<number> = [];
  const tasks = Array.from({ length: 1000 }, task);
  const answers = tasks.map(({ run }, index) =>
    gate(() => {
      begun.push(index);
      return run();
    }),
  );
  await turn();
  expect(begun).toHaveLength(256);
  tasks.forEach(({ end }) => {
    end('done');
  });
  await Promise.all(answers);
  expect(begun).toEqual(tasks.map((_, index) => index));
});
