import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import type { Document } from '../../document/document.ts';
import { sha256Of } from '../../reading/sha256-of.ts';

/** A cell as words, or as words on a coloured ground. */
export type CellSaid = string | Readonly<{ text: string; hex: string }>;

type Table = ReadonlyArray<ReadonlyArray<CellSaid>>;

/** A Word document of such tables, for specs. */
export const tableDocument = (...tables: ReadonlyArray<Table>): Document => ({
  name: 'plan.docx',
  sha256: sha256Of(new Uint8Array([1])),
  format: 'docx',
  remarks: [],
  blocks: blocksOfPieces(
    tables.flatMap((rows, table) =>
      rows.flatMap((cells, row) =>
        cells.map((said, column) => ({
          kind: 'cell' as const,
          text: typeof said === 'string' ? said : said.text,
          table: { table: table + 1, row: row + 1, column: column + 1 },
          place: `table ${table + 1}, row ${row + 1}, column ${column + 1}`,
          ...(typeof said === 'string' ? {} : { fill: { hex: said.hex, by: 'cell' as const } }),
        })),
      ),
    ),
  ),
});
