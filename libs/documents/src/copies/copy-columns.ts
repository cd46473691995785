import { type Block, wordsOf } from '../document/block.ts';
import { comparedName } from './compared-words.ts';
import { actionHeads } from './copy-form.ts';

/** What stands in a column of a register. */
export type Head = keyof typeof actionHeads;

/** Which column of a table holds what. */
export type Columns = ReadonlyMap<number, Head>;

const isHead = (name: string): name is Head => Object.hasOwn(actionHeads, name);

const headNamed: ReadonlyMap<string, Head> = new Map(
  Object.entries(actionHeads).flatMap(([head, words]) =>
    isHead(head) ? [[words.toLowerCase(), head] as const] : [],
  ),
);

const headOfBlock = (block: Block): Head | undefined => headNamed.get(comparedName(wordsOf(block)));

/** What stands in each column, where a row has the heads of an action register, or some of them. */
export const columnsOf = (row: ReadonlyArray<Block>): Columns => {
  const columns = new Map<number, Head>();
  for (const block of row) {
    const head = headOfBlock(block);
    if (head !== undefined && block.table !== undefined) columns.set(block.table.column, head);
  }
  return columns;
};

/** Cells of a row of heads that head no column of a register: somebody’s own, or a head that was written otherwise. */
export const ownHeads = (row: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  row.filter((block) => wordsOf(block) !== '' && headOfBlock(block) === undefined);

/** Without these heads a register cannot be read. */
const needed: ReadonlyArray<Head> = ['action', 'rating'];

/** So many of a register's heads in one row are no chance. */
const fewestHeads = 5;

/** What a row of heads lacks to be a register's; nothing where it is one. */
export const lackingIn = (columns: Columns): ReadonlyArray<Head> => {
  const named = new Set(columns.values());
  return needed.filter((head) => !named.has(head));
};

/** Whether a row is a register's heads but for one that it cannot be read without. */
export const isAlmostRegister = (columns: Columns): boolean =>
  lackingIn(columns).length > 0 && new Set(columns.values()).size >= fewestHeads;

/**
 * Whether columns are those of a table that Trackrecord wrote, and no chance: the column of ids, which nobody else has, or
 * all that a paper has.
 */
export const isRegister = (columns: Columns): boolean => {
  const named = new Set(columns.values());
  const isWhole = named.size > fewestHeads && named.has('latestNote');
  return lackingIn(columns).length === 0 && (named.has('id') || isWhole);
};
