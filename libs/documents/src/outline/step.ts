import type { Block } from '../document/block.ts';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';
import type { Survey } from './survey.ts';

/** What a step looks at: the block, those around it, where in the plan it stands, what the whole document is like. */
export type Here = Readonly<{
  block: Block;
  /** The block's position in `blocks`, from 0. */
  at: number;
  blocks: ReadonlyArray<Block>;
  place: Place;
  survey: Survey;
}>;

/** What a step made of it: what it found, where the next block stands, how many blocks it took. */
export type Taken = Readonly<{ found: ReadonlyArray<Finding>; place: Place; blocks: number }>;

/** Recognises a block in its place, or leaves it to the next step. */
export type Step = (here: Here) => Taken | undefined;

/** One block taken. */
export const took = (place: Place, found: ReadonlyArray<Finding>): Taken => ({
  found,
  place,
  blocks: 1,
});
