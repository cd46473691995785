import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import { RefusedFile } from '../refused-file.ts';
import { oldWordOf } from '../testing/old-word.ts';
import { partsOfBody } from './parts-of-body.ts';
import { readDoc } from './read-doc.ts';

const read = async (bytes: Uint8Array) =>
  readDoc({ name: 'plan.doc', bytes, progress: () => undefined });

const refusalOf = async (bytes: Uint8Array) =>
  read(bytes).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

describe('the parts of an old Word document’s text', () => {
  const row = (...cells: ReadonlyArray<ReadonlyArray<string>>) => ({ is: 'row', cells });
  const paragraph = (words: string) => ({ is: 'paragraph', words });

  it('given rows and paragraphs, then a tab at a line’s end ends a row', () => {
    expect(partsOfBody('Before\nNo\tAction\t\n1\tMend\t\nAfter')).toEqual([
      paragraph('Before'),
      row(['No'], ['Action']),
      row(['1'], ['Mend']),
      paragraph('After'),
    ]);
  });

  it('given a cell of several paragraphs, then they are of that cell', () => {
    expect(partsOfBody('No\tAction\tRAG\t\n1\tMend\nand paint\tRed\t\n')).toEqual([
      row(['No'], ['Action'], ['RAG']),
      row(['1'], ['Mend', 'and paint'], ['Red']),
      paragraph(''),
    ]);
  });

  it('given a paragraph with a tab before a table, then it is no row of it', () => {
    expect(partsOfBody('Lead:\tJo Fox\nSome words\nNo\tAction\tRAG\t')).toEqual([
      paragraph('Lead:\tJo Fox'),
      paragraph('Some words'),
      row(['No'], ['Action'], ['RAG']),
    ]);
  });
});

describe('an old Word document', () => {
  it('given paragraphs, a table, notes and comments, then its words are read, and what is not is said', async () => {
    const { pieces, remarks } = await read(
      oldWordOf({
        body: 'Harbour plan\r1. Aims\rNo\u0007Action\u0007\r1\u0007Mend “it”\rand paint\u0007\rAfter\r',
        footnotes: 'specific target\r',
        comments: 'Still amber?\r',
      }),
    );
    const told = blocksOfPieces(pieces).map(({ kind, marker, text, place }) =>
      [kind, marker, text, place].join('|'),
    );
    expect(told).toEqual([
      'paragraph||Harbour plan|paragraph 1',
      'list item|1.|Aims|paragraph 2',
      'cell||No|table 1, row 1, column 1',
      'cell||Action|table 1, row 1, column 2',
      'cell||1|table 1, row 2, column 1',
      'cell||Mend “it”|table 1, row 2, column 2',
      'cell||and paint|table 1, row 2, column 2',
      'paragraph||After|paragraph 3',
      'paragraph||[1] specific target|footnote 1',
    ]);
    expect(remarks.map(({ kind, words }) => `${kind} | ${words.slice(0, 60)}`)).toEqual([
      'doubtful | Of an old Word document (.doc) only the words are read: its ',
      'comment | Comment: “Still amber?”',
    ]);
  });

  const whole = oldWordOf({ body: 'Words\r' });
  const withNumber = (at: number, number: number, bytes = whole): Uint8Array => {
    const changed = bytes.slice();
    new DataView(changed.buffer).setInt32(at, number, true);
    return changed;
  };

  it.each([
    ['sectors that go round in a circle', withNumber(512 + 5 * 4, 3)],
    ['a sector that follows itself', withNumber(512 + 5 * 4, 5)],
    ['more tables than sectors', withNumber(44, 1_000_000)],
    ['a table of tables that goes round', withNumber(68, 8, withNumber(512 * 9 + 508, 8))],
    ['sectors of no size', withNumber(30, 0)],
    ['nothing after its beginning', whole.slice(0, 600)],
    ['no text where its table says', withNumber(512 * 3 + 0x1a2, 0x7fffffff)],
  ])('given %s, then it is refused as damaged, at once', async (_, bytes) => {
    const refusal = await refusalOf(bytes);
    expect(refusal).toMatchObject({ _tag: 'Damaged', accepted: 'a whole Word document' });
  });
});
