/** Runs tasks of one key one after the other, in the order in which they came; tasks of other keys meanwhile. */
export const oneAtATime = (): (<A>(key: string, task: () => Promise<A>) => Promise<A>) => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key);
    const mine = before === undefined ? task() : before.then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
