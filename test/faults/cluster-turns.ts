/** Time that is counted in turns of the event loop: nothing waits for the clock, and every deadline comes. */
export type TurnTime = Readonly<{
  /** Resolves after so many ms of it, or as soon as `signal` is aborted. */
  delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Calls back after so many ms of it; gives the way to stop it. */
  startTimer: (ms: number, fire: () => void) => () => void;
  /** In ms, from 0. */
  now: () => number;
}>;

type Waiting = Readonly<{ due_ms: number; finish: () => void }>;

/**
 * So long is a turn. An answer within this process takes a few dozen turns, a deadline of five seconds five hundred:
 * one that passes before its time is one fault more.
 */
const turn_ms = 10;

export const turnTime = (): TurnTime => {
  const waiting = new Set<Waiting>();
  let now_ms = 0;
  let isRunning = false;

  const turn = (): void => {
    now_ms += turn_ms;
    [...waiting]
      .filter(({ due_ms }) => due_ms <= now_ms)
      .forEach(({ finish }) => {
        finish();
      });
    isRunning = waiting.size > 0;
    if (isRunning) setImmediate(turn);
  };

  const run = (): void => {
    if (isRunning) return;
    isRunning = true;
    setImmediate(turn);
  };

  const startTimer: TurnTime['startTimer'] = (ms, fire) => {
    const one: Waiting = {
      due_ms: now_ms + ms,
      finish: () => {
        waiting.delete(one);
        fire();
      },
    };
    waiting.add(one);
    run();
    return () => {
      waiting.delete(one);
    };
  };

  return {
    now: () => now_ms,
    startTimer,
    delay: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        const finish = (): void => {
          stop();
          signal?.removeEventListener('abort', finish);
          resolve();
        };
        const stop = startTimer(ms, finish);
        signal?.addEventListener('abort', finish, { once: true });
      }),
  };
};
