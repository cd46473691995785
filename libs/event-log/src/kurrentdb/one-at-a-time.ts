/** Tasks of one key one after the other, in the order in which they came; those of other keys meanwhile. */
export type OneAtATime = Readonly<{
  run: <A>(key: string, task: () => Promise<A>) => Promise<A>;
  /** Resolves when all that were begun are over. */
  allOver: () => Promise<void>;
}>;

export const oneAtATime = (): OneAtATime => {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: async (key, task) => {
      const before = last.get(key);
      const mine = before === undefined ? task() : before.then(task, task);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
    allOver: async () => {
      await Promise.allSettled(last.values());
    },
  };
};
