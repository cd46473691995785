import type * as TE from 'fp-ts/lib/TaskEither.js';

/** Ends something once work is over, whatever came of it. */
export const afterwards =
  (end: () => void) =>
  <E, A>(work: TE.TaskEither<E, A>): TE.TaskEither<E, A> =>
  async () => {
    const outcome = await work();
    end();
    return outcome;
  };
