import type { Pause } from '@trackrecord/application';

/** Time that passes when it is told to: every pause ends at the next tick, or when its signal is aborted. */
export type Ticker = Readonly<{ pause: Pause; tick: () => void }>;

export const ticker = (): Ticker => {
  const waiting = new Set<() => void>();
  return {
    pause: (_, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          waiting.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        waiting.add(end);
        if (signal.aborted) end();
        else signal.addEventListener('abort', end);
      }),
    tick: () => {
      [...waiting].forEach((end) => {
        end();
      });
    },
  };
};
