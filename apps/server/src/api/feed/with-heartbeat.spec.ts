import type { Pause } from '@trackrecord/application';
import { describe, expect, it } from 'vitest';
import { withHeartbeat } from './with-heartbeat.ts';

/** A timer that runs out when it is told to. */
const byHand = (): Readonly<{ pause: Pause; runOut: () => void; lengths: number[] }> => {
  const state: { end: () => void } = { end: () => undefined };
  const lengths: number[] = [];
  return {
    lengths,
    runOut: () => {
      state.end();
    },
    pause: (length_ms, signal) =>
      new Promise((resolve) => {
        lengths.push(length_ms);
        state.end = resolve;
        signal.addEventListener('abort', () => {
          resolve();
        });
      }),
  };
};

/** A source that gives what it is handed, and says whether it was put away. */
const handed = () => {
  const state = { closed: false, give: (_value: string): void => undefined };
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise<IteratorResult<string>>((resolve) => {
          state.give = (value) => {
            resolve({ value, done: false });
          };
        }),
      return: () => {
        state.closed = true;
        return Promise.resolve({ value: undefined, done: true });
      },
    }),
  };
  return { state, source };
};

describe('a heartbeat', () => {
  it('given a source that is silent for so long, then nothing is given, and then what comes', async () => {
    const { pause, runOut, lengths } = byHand();
    const { state, source } = handed();
    const lines = withHeartbeat(source, pause, 15_000, new AbortController().signal);
    const first = lines.next();
    runOut();
    expect(await first).toEqual({ value: undefined, done: false });
    const second = lines.next();
    state.give('one');
    expect(await second).toEqual({ value: 'one', done: false });
    expect(lengths).toEqual([15_000, 15_000]);
    await lines.return(undefined);
    expect(state.closed).toBe(true);
  });

  it('given that nobody listens any more, then it ends and puts the source away', async () => {
    const { pause } = byHand();
    const { state, source } = handed();
    const gone = new AbortController();
    const lines = withHeartbeat(source, pause, 15_000, gone.signal);
    const first = lines.next();
    gone.abort();
    expect(await first).toEqual({ value: undefined, done: true });
    expect(state.closed).toBe(true);
  });
});
