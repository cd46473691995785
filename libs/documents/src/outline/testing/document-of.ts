import { blocksOfPieces, type Piece } from '../../document/blocks-of-pieces.ts';
import type { Colour } from '../../document/colour.ts';
import type { Document } from '../../document/document.ts';
import { sha256Of } from '../../reading/sha256-of.ts';

/** A cell: its words (several paragraphs on several lines), its colour, how many columns and rows it takes. */
export type CellSaid =
  | string
  | Readonly<{ text?: string; fill?: string; by?: Colour['by']; columns?: number; rows?: number }>
  /** Covered by a merged cell. */
  | null;

type Fill = Readonly<{ fill?: string; by?: Colour['by'] }>;

const filled = ({ fill, by = 'cell' }: Fill): Readonly<{ fill?: Colour }> =>
  fill === undefined ? {} : { fill: { hex: fill, by } };

export const heading = (text: string, level = 1): ReadonlyArray<Piece> => [
  { kind: 'heading', text, level },
];

export const paragraph = (text: string, fill: Fill = {}): ReadonlyArray<Piece> => [
  { kind: 'paragraph', text, ...filled(fill) },
];

/** An item of a list, with the number that its list gives it. */
export const listItem = (marker: string, text: string): ReadonlyArray<Piece> => [
  { kind: 'list item', marker, text },
];

/** A table by its number in the document and its rows of cells. */
export const table = (
  number: number,
  rows: ReadonlyArray<ReadonlyArray<CellSaid>>,
): ReadonlyArray<Piece> =>
  rows.flatMap((cells, row) =>
    cells.flatMap((said, column): ReadonlyArray<Piece> => {
      if (said === null) return [];
      const {
        text = '',
        columns,
        rows: spanned,
        ...fill
      } = typeof said === 'string' ? { text: said } : said;
      return text.split('\n').map((line) => ({
        kind: 'cell',
        text: line,
        table: {
          table: number,
          row: row + 1,
          column: column + 1,
          ...(columns === undefined ? {} : { columns }),
          ...(spanned === undefined ? {} : { rows: spanned }),
        },
        place: `table ${number}, row ${row + 1}, column ${column + 1}`,
        ...filled(fill),
      }));
    }),
  );

/** A document of such pieces, of no format in particular. */
export const documentOf = (...parts: ReadonlyArray<ReadonlyArray<Piece>>): Document => ({
  name: 'plan.docx',
  sha256: sha256Of(new Uint8Array([2])),
  format: 'docx',
  remarks: [],
  blocks: blocksOfPieces(parts.flat()),
});
