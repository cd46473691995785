import { describe, expect, it } from 'vitest';
import { makeWakeUp } from './wake-up.ts';

const never = new AbortController().signal;

/** Whether a promise is settled once everything that is due has been done. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

describe('a wake-up', () => {
  it('given somebody who waits, when there is more, then they go on', async () => {
    const { seen, since, notify } = makeWakeUp();
    const waiting = since(seen(), never);
    expect(await isSettled(waiting)).toBe(false);
    notify();
    expect(await isSettled(waiting)).toBe(true);
  });

  it('given more between looking and waiting, then nobody waits', async () => {
    const { seen, since, notify } = makeWakeUp();
    const before = seen();
    notify();
    expect(await isSettled(since(before, never))).toBe(true);
    expect(await isSettled(since(seen(), never))).toBe(false);
  });

  it('given somebody who waits, when they are aborted, then they go on and nobody else does', async () => {
    const { seen, since } = makeWakeUp();
    const aborting = new AbortController();
    const [aborted, other] = [since(seen(), aborting.signal), since(seen(), never)];
    aborting.abort();
    expect(await isSettled(aborted)).toBe(true);
    expect(await isSettled(other)).toBe(false);
    expect(await isSettled(since(seen(), aborting.signal))).toBe(true);
  });
});
