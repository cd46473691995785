import type { ColumnMeaning } from '@trackrecord/domain';
import { chosenMeaning, type ColumnMeanings } from '../columns/column-meanings.ts';
import {
  type ColumnHead,
  isTimeAlone,
  readColumnHead,
  timeOfHead,
} from '../recognisers/column-head.ts';
import { filledCells, mostColumns, type TableCell, type TableRow } from './table-rows.ts';

/** The head over one column: its own words, and those of the group of columns that it stands in. */
export type Head = Readonly<{
  column: number;
  own: string;
  group: string;
  /** Which of the columns under one cell of the header it is, from 0, and of how many. */
  nth: number;
  of: number;
}>;

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const covers = ({ column, columns }: TableCell, wanted: number): boolean =>
  wanted >= column && wanted < column + columns;

/** The group that a column stands in: a merged cell above it, or the nearest words before it with nothing between. */
const groupOver = (row: TableRow | undefined, column: number): string => {
  if (row === undefined) return '';
  const over = row.cells.find((cell) => covers(cell, column));
  if (over !== undefined && over.text !== '') return over.text;
  const before = filledCells(row)
    .filter((cell) => cell.column < column)
    .at(-1);
  return before?.columns === 1 ? before.text : '';
};

/** The heads of a header row, with the row of groups above it and the row that parts its merged cells below it. */
export const headsOf = (
  header: TableRow,
  groups: TableRow | undefined,
  parts: TableRow | undefined,
): ReadonlyArray<Head> => {
  const partOf = new Map(
    parts === undefined ? [] : filledCells(parts).map((cell) => [cell.column, cell]),
  );
  const own = header.cells.flatMap((cell) =>
    Array.from({ length: Math.min(cell.columns, 64) }, (_, nth): Head => {
      const column = cell.column + nth;
      const part = partOf.get(column)?.text;
      const isParted = part !== undefined && cell.text !== part;
      const above = isParted ? cell.text || groupOver(header, column) : groupOver(groups, column);
      return {
        column,
        own: onOneLine(part ?? cell.text),
        group: onOneLine(above),
        nth: isParted ? 0 : nth,
        of: isParted ? 1 : cell.columns,
      };
    }),
  );
  const known = new Set(own.map(({ column }) => column));
  const further = [...partOf].flatMap(([column, { text }]): ReadonlyArray<Head> =>
    known.has(column)
      ? []
      : [
          {
            column,
            own: onOneLine(text),
            group: onOneLine(groupOver(header, column)),
            nth: 0,
            of: 1,
          },
        ],
  );
  return [...own, ...further];
};

/** "Progress" over "Q1" is progress; over "Budget" it says nothing of it. */
const inGroup = ({ own, group }: Head): ColumnHead | undefined => {
  if (group === '') return undefined;
  const both = readColumnHead(`${group} ${own}`);
  if (both !== undefined) return both;
  const over = own === '' || isTimeAlone(own) ? readColumnHead(group) : undefined;
  const when = timeOfHead(own);
  return over === undefined || when === undefined ? over : { ...over, when };
};

/** What somebody said that a column means, by its head with its group's words, by its own, or of all the group. */
const chosenFor = (chosen: ColumnMeanings, { own, group }: Head): ColumnMeaning | undefined =>
  group === ''
    ? chosenMeaning(chosen, own)
    : (chosenMeaning(chosen, `${group} ${own}`) ??
      chosenMeaning(chosen, own) ??
      chosenMeaning(chosen, group));

/** What a head says; what somebody chose for it comes first. */
export const readHead =
  (chosen: ColumnMeanings) =>
  (head: Head): ColumnHead | undefined => {
    const said = chosenFor(chosen, head);
    if (said === 'nothing') return undefined;
    const when = timeOfHead(head.own);
    return said === undefined
      ? (readColumnHead(head.own) ?? inGroup(head))
      : { meaning: said, isPlain: true, ...(when === undefined ? {} : { when }) };
  };

/** No head is longer. */
const longestHead = 200;

/** A word of every name that a column of actions goes by: most rows of a large sheet have none of them. */
const actionWords =
  /actions?|what|task|activit|step|description|milestone|deliverable|recommendation|commitment|title/i;

const mayBeHeader = ({ cells }: TableRow, chosen: ColumnMeanings): boolean =>
  cells.length <= mostColumns &&
  cells.every(({ text }) => text.length <= longestHead) &&
  (chosen.size > 0 || cells.some(({ text }) => actionWords.test(text)));

/**
 * A header row names a column of actions, and one that says something about them. Where somebody said which column
 * holds the actions, that is enough.
 */
export const isHeader = (row: TableRow, chosen: ColumnMeanings): boolean => {
  if (!mayBeHeader(row, chosen)) return false;
  const read = readHead(chosen);
  const heads = headsOf(row, undefined, undefined);
  const named = new Set(heads.map((head) => read(head)?.meaning));
  named.delete(undefined);
  return (
    named.has('action') &&
    (named.size >= 2 || heads.some((head) => chosenFor(chosen, head) === 'action'))
  );
};
