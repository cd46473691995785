/** A bell that is heard once by whoever waits next, also where it was rung before. */
export type Bell = Readonly<{
  ring: () => void;
  /** Resolves at the next ring, or at once for one that nobody has heard. */
  heard: () => Promise<void>;
  /** Nobody waits any more: what is rung from now on is for whoever waits next. */
  leave: () => void;
}>;

export const newBell = (): Bell => {
  const state: { rung: boolean; hear: (() => void) | undefined } = { rung: false, hear: undefined };
  return {
    ring: () => {
      state.rung = true;
      state.hear?.();
    },
    heard: () =>
      new Promise((resolve) => {
        state.hear = () => {
          state.rung = false;
          state.hear = undefined;
          resolve();
        };
        if (state.rung) state.hear();
      }),
    leave: () => {
      state.hear = undefined;
    },
  };
};
