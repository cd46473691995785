import type { StartTimer } from '../start-timer.ts';

/** For specs: timers that fire when they are told to. */
export type ToldTimers = Readonly<{
  startTimer: StartTimer;
  /** Fires those that run for so long. */
  fire: (ms: number) => void;
  /** For how long each is that runs. */
  running: () => ReadonlyArray<number>;
}>;

export const toldTimers = (): ToldTimers => {
  const timers = new Set<Readonly<{ ms: number; fire: () => void }>>();
  return {
    startTimer: (ms, fire) => {
      const timer = { ms, fire };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    fire: (length) => {
      [...timers]
        .filter(({ ms }) => ms === length)
        .forEach((timer) => {
          timers.delete(timer);
          timer.fire();
        });
    },
    running: () => [...timers].map(({ ms }) => ms),
  };
};
