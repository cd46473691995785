/** Calls back when so many milliseconds have passed; gives the way to stop it. */
export type StartTimer = (ms: number, fire: () => void) => () => void;

/** The machine's timer. */
export const startTimer: StartTimer = (ms, fire) => {
  const timer = setTimeout(fire, ms);
  return () => {
    clearTimeout(timer);
  };
};
