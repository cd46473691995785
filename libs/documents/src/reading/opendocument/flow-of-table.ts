import type { Aside, Flow, FlowCell, FlowRow } from '../flow/flow.ts';
import { quoted } from '../flow/plain-words.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { countIn } from './attributes.ts';
import { cellColour } from './colours.ts';
import type { Story } from './story.ts';

type ContentOf = (cell: XmlElement) => ReadonlyArray<Flow>;

const groups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

/** The rows of a table, in groups or not. */
export const rowsIn = (table: XmlElement): ReadonlyArray<XmlElement> =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return groups.has(child.name) ? rowsIn(child) : [];
  });

const over = (name: string, what: string, seen: number, limit: number): never =>
  refuse({ _tag: 'OverLimit', name, part: 'a table', what, seen, limit });

type Reading = Readonly<{
  table: XmlElement;
  story: Story;
  contentOf: ContentOf;
  besides: Array<Aside>;
}>;

const fillOf = ({ table, story }: Reading, row: XmlElement, cell: XmlElement) => {
  const style = 'table:style-name';
  const hex = cellColour(
    story.styles,
    ['table-cell', cell.attributes[style] ?? row.attributes['table:default-cell-style-name']],
    ['table-row', row.attributes[style]],
    ['table', table.attributes[style]],
  );
  return hex === undefined ? {} : { fill: { hex, by: 'cell' as const } };
};

/** Words under a merged cell, which programs keep and nobody sees. */
const sayCovered = ({ besides }: Reading, cell: XmlElement): void => {
  const words = textIn(cell);
  if (words.trim() !== '')
    besides.push({ kind: 'hidden', words: `A merged cell covers ${quoted(words)}` });
};

const cellsOf = (reading: Reading, row: XmlElement, rowsLeft: number): ReadonlyArray<FlowCell> => {
  const { story, contentOf } = reading;
  const cells: Array<FlowCell> = [];
  let column = 1;
  for (const cell of elementsOf(row)) {
    const isCovered = cell.name === 'table:covered-table-cell';
    if (!isCovered && cell.name !== 'table:table-cell') continue;
    const repeated = countIn(cell, 'table:number-columns-repeated');
    if (column + repeated - 1 > limits.columns)
      over(story.name, 'columns', column + repeated - 1, limits.columns);
    if (isCovered) sayCovered(reading, cell);
    if (!isCovered) {
      const columns = Math.min(limits.columns, countIn(cell, 'table:number-columns-spanned'));
      const rows = Math.min(rowsLeft, countIn(cell, 'table:number-rows-spanned'));
      const alike = { columns, rows, content: contentOf(cell), ...fillOf(reading, row, cell) };
      for (let at = 0; at < repeated; at += 1) cells.push({ column: column + at, ...alike });
    }
    column += repeated;
  }
  return cells;
};

const isHiddenRow = ({ attributes }: XmlElement): boolean =>
  ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');

/** A table: every cell of it but those that merged cells cover. */
export const flowOfTable = (
  table: XmlElement,
  story: Story,
  contentOf: ContentOf,
): ReadonlyArray<Flow> => {
  const reading: Reading = { table, story, contentOf, besides: [] };
  const written = rowsIn(table);
  const counts = written.map((row) => countIn(row, 'table:number-rows-repeated'));
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all > limits.rows) over(story.name, 'rows', all, limits.rows);
  const rows: Array<FlowRow> = [];
  for (const [at, row] of written.entries()) {
    const cells = cellsOf(reading, row, all - rows.length);
    for (let again = 0; again < (counts[at] ?? 1); again += 1) {
      rows.push({ row: rows.length + 1, cells });
    }
    if (isHiddenRow(row))
      reading.besides.push({ kind: 'hidden', words: `Row ${rows.length} is hidden. It is read.` });
  }
  return [
    { flow: 'table', rows },
    ...reading.besides.map((aside): Flow => ({ flow: 'aside', aside })),
  ];
};
