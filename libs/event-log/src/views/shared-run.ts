/**
 * Lets whoever asks while something runs share the next run, which begins after they asked: a hundred who wait cost
 * two runs.
 */
export const sharedRun = <A>(run: () => Promise<A>): (() => Promise<A>) => {
  let current: Promise<A> | undefined;
  let next: Promise<A> | undefined;

  const start = (): Promise<A> => {
    next = undefined;
    const running = run();
    current = running;
    const over = (): void => {
      if (current === running) current = undefined;
    };
    running.then(over, over);
    return running;
  };

  return () => {
    if (current === undefined) return start();
    next ??= current.then(start, start);
    return next;
  };
};
