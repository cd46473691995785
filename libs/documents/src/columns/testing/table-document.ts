import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import type { Document } from '../../document/document.ts';
import { sha256Of } from '../../reading/sha256-of.ts';

/** A cell as words, or with a coloured ground, or merged; `null` where a merged cell covers the place. */
export type CellSaid = string | null | Said;

type Said = Readonly<{ text: string; hex?: string; columns?: number; rows?: number }>;

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
        cells.flatMap((said, column) => {
          if (said === null) return [];
          const { text, hex, ...merged }: Said = typeof said === 'string' ? { text: said } : said;
          return [
            {
              kind: 'cell' as const,
              text,
              table: { table: table + 1, row: row + 1, column: column + 1, ...merged },
              place: `table ${table + 1}, row ${row + 1}, column ${column + 1}`,
              ...(hex === undefined ? {} : { fill: { hex, by: 'cell' as const } }),
            },
          ];
        }),
      ),
    ),
  ),
});
