/** Resolves after so many milliseconds, or as soon as `signal` is aborted. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** By the machine's timer. */
export const delay: Delay = (ms, signal) =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    if (signal.aborted) finish();
    else signal.addEventListener('abort', finish, { once: true });
  });
