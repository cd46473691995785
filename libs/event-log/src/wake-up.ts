/** Tells those who wait that there may be more to read. */
export type WakeUp = Readonly<{
  /** How often there was more so far: remember it before reading. */
  seen: () => number;
  /** Resolves once there was more since `seen` (at once, where that has happened), or when `signal` is aborted. */
  since: (seen: number, signal: AbortSignal) => Promise<void>;
  notify: () => void;
}>;

export const makeWakeUp = (): WakeUp => {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    seen: () => count,
    since: (seen, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        if (signal.aborted || count !== seen) {
          resolve();
        } else {
          waiting.add(wake);
          signal.addEventListener('abort', wake, { once: true });
        }
      }),
    notify: () => {
      count += 1;
      [...waiting].forEach((wake) => {
        wake();
      });
    },
  };
};
