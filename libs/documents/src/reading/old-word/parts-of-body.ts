/** What stands in the body of an old Word document: a paragraph, or the cells of a row with their paragraphs. */
export type BodyPart =
  | Readonly<{ is: 'paragraph'; words: string }>
  | Readonly<{ is: 'row'; cells: ReadonlyArray<ReadonlyArray<string>> }>;

/** A row whose cells have more paragraphs than so many is none. */
const mostLines = 40;

const cellsIn = (row: string): ReadonlyArray<ReadonlyArray<string>> =>
  row
    .slice(0, -1)
    .split('\t')
    .map((cell) => cell.split('\n'));

/** Up to which line the row goes that begins on a line with a tab: a row ends with a tab at a line's end. */
const endOfRow = (lines: ReadonlyArray<string>, from: number): number | undefined => {
  for (let at = from; at < lines.length && at - from <= mostLines; at += 1) {
    if (lines[at]?.endsWith('\t') === true) return at;
  }
  return undefined;
};

/**
 * Parts the text that is taken out of the document. A tab ends a cell and a tab with a line's end after it ends a row;
 * a line's end within a row parts the paragraphs of a cell. A paragraph may hold a tab as well: it is no row unless a
 * row as wide stands beside it.
 */
export const partsOfBody = (body: string): ReadonlyArray<BodyPart> => {
  const lines = body.split(/\r?\n/u);
  const parts: Array<BodyPart> = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = line.includes('\t') ? endOfRow(lines, at) : undefined;
    const cells = end === undefined ? [] : cellsIn(lines.slice(at, end + 1).join('\n'));
    const before = parts.at(-1);
    const after = end === undefined ? undefined : lines[end + 1];
    const isAsWide =
      end === at ||
      (before?.is === 'row' && before.cells.length === cells.length) ||
      (after?.endsWith('\t') === true && after.split('\t').length === cells.length + 1);
    if (end !== undefined && isAsWide) {
      // The end of a cell that held a table of its own.
      if (cells.length > 1 || cells[0]?.join('').trim() !== '') parts.push({ is: 'row', cells });
      at = end;
    } else parts.push({ is: 'paragraph', words: line });
  }
  return parts;
};
