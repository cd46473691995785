import type { Reading } from './reading.ts';

/** Where something stands in a text as it is read now: the line, and in a file without lines the place of its block. */
export const spotAt = (
  { text, ranges, document }: Reading,
  position: number,
): Readonly<{ line: number; place?: string }> => {
  const block = document.blocks[ranges.findLastIndex(({ start }) => start <= position)];
  return {
    line: text.slice(0, position).split('\n').length,
    ...(block?.place === undefined ? {} : { place: block.place }),
  };
};
