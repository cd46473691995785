/** How many are worked on at once, and how many more wait for their turn. */
export type Room = Readonly<{ atOnce: number; waiting: number }>;

/**
 * Has work done in the order in which it was asked for, no more of it at once than there is room for. It gives
 * `undefined`, and begins nothing, where as many wait as may.
 */
export const inTurn = (room: Room) => {
  const waiting: Array<() => void> = [];
  let running = 0;
  const begun = async <A>(work: () => Promise<A>): Promise<A> => {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  return <A>(work: () => Promise<A>): Promise<A> | undefined => {
    if (running < room.atOnce) return begun(work);
    if (waiting.length >= room.waiting) return undefined;
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        begun(work).then(resolve, reject);
      });
    });
  };
};
