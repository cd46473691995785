import type { Block } from '../document/block.ts';
import type { CrossReference } from '../proposal/cross-reference.ts';
import type { Origin } from '../proposal/origin.ts';
import { listCrossReferences } from '../recognisers/cross-references.ts';
import { originOf } from './origin-of.ts';

/** The cross-references in a block's words, with where they were read. */
export const referencesIn = (
  block: Block,
  text: string,
): ReadonlyArray<CrossReference & Readonly<{ from: Origin }>> =>
  listCrossReferences(text).map((reference) => ({
    ...reference,
    from: originOf(block, reference.asWritten),
  }));
