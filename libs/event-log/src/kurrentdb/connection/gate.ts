/** Runs a task when it is its turn: in the order in which they came. */
export type Gate = <A>(task: () => Promise<A>) => Promise<A>;

/** Appends that are under way at once through one client, at most. */
const width = 256;

/**
 * Lets one through alone, and when it is back many at once. For a cold client: of appends that begin together on one, the
 * first can be written last.
 */
export const makeGate = (): Gate => {
  const waiting: Array<() => void> = [];
  let free = 1;
  let isFirst = true;

  const leave = (): void => {
    free += isFirst ? width : 1;
    isFirst = false;
    while (free > 0 && waiting.length > 0) {
      free -= 1;
      waiting.shift()?.();
    }
  };

  const afterwards = async <A>(outcome: Promise<A>): Promise<A> => {
    try {
      return await outcome;
    } finally {
      leave();
    }
  };

  return (task) => {
    if (free > 0) {
      free -= 1;
      return afterwards(task());
    }
    return new Promise<void>((resolve) => {
      waiting.push(resolve);
    }).then(() => afterwards(task()));
  };
};
