import type { ReadRefusal } from './read-refusal.ts';

/**
 * How a reader stops in the middle of a damaged part, out of whatever calls it back: thrown inside this folder, and
 * caught by `readFile` alone, which answers with the refusal.
 */
export class RefusedFile extends Error {
  readonly refusal: ReadRefusal;

  constructor(refusal: ReadRefusal) {
    super(refusal._tag);
    this.refusal = refusal;
  }
}

/** Ends the reading of a file. */
export const refuse = (refusal: ReadRefusal): never => {
  throw new RefusedFile(refusal);
};
