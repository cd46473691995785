import { type ColumnChoice, ColumnHead, plainHead } from '@trackrecord/domain';
import { wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { tablesIn, worded } from './table-grid.ts';

const mostTold = 20;

/** The first row with several cells of each table: what its heads would be. */
const firstRows = ({ blocks }: Document): ReadonlyArray<string> =>
  tablesIn(blocks).flatMap((rows) =>
    (rows.map(worded).find((row) => row.length >= 2) ?? []).map(({ text }) => text),
  );

const headsIn = (
  document: Document,
  { columns }: Pick<ProposedPlan, 'columns'>,
): ReadonlyArray<string> => {
  const heads = [...columns.map(({ head }) => head), ...firstRows(document)].filter(ColumnHead.is);
  return [...Map.groupBy(heads, plainHead).values()].flatMap(([first]) => first ?? []);
};

/**
 * Why something cannot be said of columns: the document has no cell with such words.
 * @returns `undefined` where each of them is there; else which are not, and which heads are
 */
export const headsNotIn = (
  document: Document,
  proposal: Pick<ProposedPlan, 'columns'>,
  choices: ReadonlyArray<ColumnChoice>,
): string | undefined => {
  if (choices.length === 0) return undefined;
  const cells = new Set(
    [
      ...document.blocks.filter(({ table }) => table !== undefined).map(wordsOf),
      ...proposal.columns.map(({ head }) => head),
    ]
      .filter(ColumnHead.is)
      .map(plainHead),
  );
  const absent = choices.filter(({ head }) => !cells.has(plainHead(head)));
  if (absent.length === 0) return undefined;
  const heads = headsIn(document, proposal);
  const told = heads.slice(0, mostTold).map((head) => `“${head}”`);
  const more = heads.length > mostTold ? ` and ${heads.length - mostTold} more` : '';
  return [
    `${document.name} has no column ${absent.map(({ head }) => `“${head}”`).join(', ')}.`,
    heads.length === 0
      ? 'It has no table with heads.'
      : `Accepted are the heads of its columns: ${told.join(', ')}${more}.`,
  ].join(' ');
};
