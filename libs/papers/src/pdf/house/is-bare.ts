import type { HouseBlock } from './house.ts';

/** Whether there is nothing to see. */
export const isBare = (blocks: ReadonlyArray<HouseBlock>): boolean =>
  blocks.every((block) => {
    switch (block._tag) {
      case 'Paragraph':
        return block.runs.every(
          (run) => run._tag === 'Tab' || (run._tag === 'Words' && run.words.trim() === ''),
        );
      case 'Table':
        return block.rows.every((row) => row.every((cell) => isBare(cell.blocks)));
      case 'Floating':
        return false;
      case 'NewPage':
        return true;
    }
  });
