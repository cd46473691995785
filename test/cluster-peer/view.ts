import type { ClusterStore } from './cluster-store.ts';

/** Which part of the log a node has: all of it, or what a follower that lags behind has got. */
export type View = Readonly<{
  /** How many events of `$all` it has. */
  visible: () => number;
  /** Calls back when there may be more; the answer takes the listener away. */
  onVisible: (listener: () => void) => () => void;
  hold: () => void;
  release: () => void;
}>;

export const createView = (store: ClusterStore): View => {
  const listeners = new Set<() => void>();
  let held: number | undefined;
  return {
    visible: () => held ?? store.all().length,
    onVisible: (listener) => {
      const forget = store.onWrite(listener);
      listeners.add(listener);
      return () => {
        forget();
        listeners.delete(listener);
      };
    },
    hold: () => {
      held = store.all().length;
    },
    release: () => {
      held = undefined;
      for (const listener of [...listeners]) listener();
    },
  };
};
