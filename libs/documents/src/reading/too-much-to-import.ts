import type { Document } from '../document/document.ts';
import { limits } from './limits.ts';
import type { ReadRefusal } from './read-refusal.ts';

/**
 * Why no plan is made of a document that holds more than any import could record, however well it is read: making one
 * takes many times the memory of reading. What a file says of itself lifts nothing of that; of a copy that is held
 * against its plan none is made.
 */
export const tooMuchToImport = (document: Document): ReadRefusal | undefined => {
  const { name, blocks } = document;
  if (blocks.length <= limits.worded) return undefined;
  const worded = blocks.reduce((sum, { text }) => (text === '' ? sum : sum + 1), 0);
  const isTooMuch = worded > limits.worded || blocks.length > limits.proposed;
  if (!isTooMuch) return undefined;
  return worded > limits.worded
    ? { _tag: 'TooMuchToImport', name, worded, limit: limits.worded }
    : { _tag: 'TooManyBlocks', name, blocks: blocks.length, limit: limits.proposed };
};
