import { describe, expect, it } from 'vitest';
import { blocksOfPieces, type Piece } from '../document/blocks-of-pieces.ts';
import { readOutline } from './read-outline.ts';
import { surveyDocument } from './survey.ts';

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });

const found = (pieces: ReadonlyArray<Piece>) => {
  const blocks = blocksOfPieces(pieces);
  return readOutline(blocks, surveyDocument(blocks)).map((finding) => [
    finding.block.index,
    finding.found,
  ]);
};

describe('what stands beside the words of a plan', () => {
  it('given a line of a table of contents, when it names a priority, then it is none', () => {
    const named = paragraph('Priority 1: Health');
    const outline = found([
      { ...named, aside: 'contents' },
      { ...named, kind: 'heading' },
    ]);
    expect(outline).toEqual([
      [1, 'narrative'],
      [2, 'priority'],
    ]);
  });

  it('given a footnote after an action with notes, then it is no note of that action', () => {
    const outline = found([
      paragraph('Action 1. Open school grounds at weekends'),
      paragraph('RAG: Green'),
      paragraph('Notes: Two grounds are open.'),
      { ...paragraph('Both in Northbrook.'), marker: '[1]', aside: 'footnote' },
    ]);
    expect(outline).toEqual([
      [1, 'action'],
      [2, 'rating'],
      [3, 'note'],
      [4, 'narrative'],
    ]);
  });
});
