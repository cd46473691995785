import type { CopyField, Document } from '@trackrecord/documents';
import { beforeEach, describe, expect, it } from 'vitest';
import { columns, copyDocument, type Row } from './kit/copy-document.ts';
import {
  type CopyStage,
  copyStage,
  doubtsIn,
  ordersIn,
  rowsOf,
  written,
} from './kit/copy-stage.ts';

let stage: CopyStage;

beforeEach(async () => {
  stage = await copyStage();
});

type Blocks = Document['blocks'];

const withBlocks = (copy: Document, change: (blocks: Blocks) => Blocks): Document => ({
  ...copy,
  blocks: change(copy.blocks).map((block, at) => ({ ...block, index: at + 1, line: at + 1 })),
});

/** The cells of a copy from a row of its table on, as a table of their own. */
const fromRow = (blocks: Blocks, first: number, table: number): Blocks =>
  blocks.flatMap((block) =>
    block.table === undefined || block.table.row < first
      ? []
      : [{ ...block, table: { ...block.table, table, row: block.table.row - first + 1 } }],
  );

const upToRow = (blocks: Blocks, last: number): Blocks =>
  blocks.filter(({ table }) => table !== undefined && table.row <= last);

/** A copy in which each row’s cell of one column is changed, by what stood there. */
const respelt = (column: CopyField, spell: (words: string) => string): Document =>
  stage.copyOf(
    stage.rows.map((row) => written(row, [column, spell(row.cells.get(column) ?? '')] as const)),
  );

const columnOf = (field: CopyField): number => columns.indexOf(field) + 2;

describe('what is no edit of a copy', () => {
  const spellings: ReadonlyArray<readonly [string, CopyField, (words: string) => string]> = [
    ['spaces that do not break', 'action', (words) => words.replaceAll(' ', '\u00a0')],
    ['hyphens that are not seen', 'action', (words) => words.replace('t', 't\u00ad')],
    ['ratings in capitals', 'rating', (words) => words.toUpperCase()],
    ['ratings as letters', 'rating', (words) => (words === 'Not rated' ? '' : words.slice(0, 1))],
    ['numbers with a full stop', 'ref', (words) => `${words}.`],
    ['names in capitals', 'lead', (words) => words.toUpperCase()],
    ['priorities by their number', 'priority', (words) => words.slice(0, 'Priority 1'.length)],
    ['a status with a capital', 'status', (words) => words.replace('o', 'O')],
  ];
  it.each(spellings)('given %s, then nothing changes', async (_what, column, spell) => {
    const taken = await stage.take(respelt(column, spell));
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([]);
  });

  it('given quotation marks and dashes that a program set otherwise, then nothing changes', async () => {
    const [one, ...others] = stage.rows;
    const said = 'The children’s path – “lit” … at last';
    await stage.take(stage.copyOf([written(one, ['action', said]), ...others]));
    const copy = stage.copyOf([
      written(one, ['action', 'The children\'s path - "lit" ... at last']),
      ...others,
    ]);
    expect(ordersIn(await stage.take(copy))).toEqual([]);
  });

  it('given rows sorted without the column of ids, then each is known by its number and words', async () => {
    const ids = stage.rows.map(({ id }) => id);
    const sorted = stage.rows
      .toReversed()
      .map((row, at): Row => ({ ...row, id: ids[at] ?? null }))
      .map((row) => (row.cells.get('ref') === '3' ? written(row, ['rating', 'Red']) : row));
    expect(ordersIn(await stage.take(stage.copyOf(sorted)))).toEqual(['ChangeRating 3']);
  });

  it('given heads that were sorted in among the rows, then those above are read too', async () => {
    const copy = withBlocks(stage.copyOf(stage.rows), (blocks) => {
      const width = columns.length + 1;
      const [heads, first, ...rest] = [0, 1, 2, 3, 4].map((row) =>
        blocks.slice(row * width, (row + 1) * width),
      );
      return [first ?? [], heads ?? [], ...rest].flatMap((cells, row) =>
        cells.map((block) => ({
          ...block,
          table: { table: 1, row: row + 1, column: block.table?.column ?? 1 },
        })),
      );
    });
    expect(ordersIn(await stage.take(copy))).toEqual([]);
  });

  it('given a table that was split in two, then the part without heads is read as the other', async () => {
    const rows = stage.rows.map((row) =>
      row.cells.get('ref') === '4' ? written(row, ['rating', 'Red']) : row,
    );
    const copy = withBlocks(stage.copyOf(rows), (blocks) => [
      ...upToRow(blocks, 3),
      ...fromRow(blocks, 4, 2),
    ]);
    expect(ordersIn(await stage.take(copy))).toEqual(['ChangeRating 4']);
  });

  it('given that the first of two tables lost its heads, then it is read by the other’s', async () => {
    const copy = withBlocks(stage.copyOf(stage.rows), (blocks) => [
      ...upToRow(fromRow(blocks, 2, 1), 2),
      ...fromRow(blocks, 1, 2).filter(({ table }) => table?.row === 1 || (table?.row ?? 0) > 3),
    ]);
    expect(ordersIn(await stage.take(copy))).toEqual([]);
  });

  it('given a part without heads that nobody can read, then the copy is refused, and nothing is withdrawn', async () => {
    const copy = withBlocks(stage.copyOf(stage.rows), (blocks) => [
      ...upToRow(blocks, 4),
      // Number and words alone, in other columns than above.
      ...fromRow(blocks, 5, 2).flatMap((block) => {
        const place = [columnOf('ref'), columnOf('action')].indexOf(block.table?.column ?? 0);
        return place < 0 ? [] : [{ ...block, table: { table: 2, row: 1, column: place + 1 } }];
      }),
    ]);
    await expect(stage.take(copy)).rejects.toThrow(/without the heads “Action” and “Rating”/u);
    expect((await stage.now()).plan.actions).toHaveLength(4);
  });

  it('given a small table within a cell, then the rows below it are still there', async () => {
    const copy = withBlocks(stage.copyOf(stage.rows), (blocks) => {
      const [cell] = blocks;
      const nested =
        cell === undefined ? [] : [{ ...cell, text: 'x', table: { table: 2, row: 1, column: 1 } }];
      return [...upToRow(blocks, 2), ...nested, ...blocks.slice(upToRow(blocks, 2).length)];
    });
    expect(ordersIn(await stage.take(copy))).toEqual([]);
  });
});

describe('a register that stands in a copy twice', () => {
  const twice = (first: ReadonlyArray<Row>, second: ReadonlyArray<Row>): Document =>
    withBlocks(stage.copyOf(first), (blocks) => [
      ...blocks,
      ...fromRow(stage.copyOf(second).blocks, 1, 2),
    ]);

  it('given a sheet that was kept as it was, then the other one’s edits are taken, and that is told', async () => {
    const [one, ...others] = stage.rows;
    const taken = await stage.take(
      twice(stage.rows, [written(one, ['rating', 'Green']), ...others]),
    );
    expect(ordersIn(taken)).toEqual(['ChangeRating 1']);
    expect(doubtsIn(taken)).toEqual([
      expect.stringMatching(/^4 rows from “Light the paths” on: stand in the copy more than once/u),
      expect.stringMatching(/^Light the paths: stands in the copy more than once, and not with/u),
    ]);
  });

  it('given one cell that was edited in two ways, then neither is taken, and that is told', async () => {
    const [one, ...others] = stage.rows;
    const taken = await stage.take(
      twice(
        [written(one, ['rating', 'Amber'], ['lead', '']), ...others],
        [written(one, ['rating', 'Green']), ...others],
      ),
    );
    expect(ordersIn(taken)).toEqual(['ReleaseOwner 1']);
    expect(doubtsIn(taken)).toContainEqual(
      expect.stringMatching(/edited in two ways in “Rating”: neither is taken/u),
    );
  });

  it('given a row that was copied to begin another, then that one has not its note', async () => {
    const [one, ...others] = stage.rows;
    await stage.take(stage.copyOf([written(one, ['newNote', 'Half are lit']), ...others]));
    const answer = await stage.now();
    const noted = rowsOf(answer);
    const copied = written(noted[0], ['action', 'Light the steps']);
    const taken = await stage.take(
      copyDocument('again.xlsx', { rows: [...noted, copied] }, answer),
    );
    expect(noted[0]?.cells.get('latestNote')).toBe('Half are lit');
    expect(ordersIn(taken)).toEqual([
      'CreateAction 5',
      'ChangeRating 5',
      'SetTimescale 5',
      'AssignOwner 5',
      'AssignOwner 5',
    ]);
  });
});

describe('colours and values in a copy', () => {
  const cellAt = (row: number, field: CopyField, change: Partial<Blocks[number]>) =>
    withBlocks(stage.copyOf(stage.rows), (blocks) =>
      blocks.map((block) =>
        block.table?.row === row + 1 && block.table.column === columnOf(field)
          ? { ...block, ...change }
          : block,
      ),
    );
  const fill = (hex: string) => ({ hex, by: 'cell' as const });

  it('given a rating that is nothing but a colour, then it is that, and says so', async () => {
    const taken = await stage.take(cellAt(2, 'rating', { text: '', fill: fill('#FF0000') }));
    expect(ordersIn(taken)).toEqual(['ChangeRating 2']);
    const [step] = taken.reconciled.steps;
    expect(step?.source?.words).toBe("red by the cell's colour #FF0000");
  });

  it('given that only the word was taken out of a coloured cell, then the rating is still told by the colour, and that is told', async () => {
    const taken = await stage.take(cellAt(2, 'rating', { text: '', fill: fill('#FFC000') }));
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([
      'Walk with children: The word for its rating was taken out, and its colour was not: it stays Amber. Write “Not rated” to take the rating away.',
    ]);
  });

  it('given another colour beside the same word, then the word is kept, and that is told', async () => {
    const taken = await stage.take(cellAt(2, 'rating', { fill: fill('#FF0000') }));
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([
      "Walk with children: The words say Amber, and it is red by the cell's colour #FF0000: the words are kept. Put right whichever is wrong.",
    ]);
  });

  it('given a value that nobody could read, then the cell is no edit, and that is told', async () => {
    const copy = cellAt(2, 'rating', { text: '' });
    const cell = copy.blocks.find(
      ({ table }) => table?.row === 3 && table.column === columnOf('rating'),
    );
    const taken = await stage.take({
      ...copy,
      remarks: [{ kind: 'doubtful', place: '', words: 'no result', block: cell?.index ?? 0 }],
    });
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([
      'Walk with children: the value in the column “Rating” could not be read: left as it is in the plan',
    ]);
  });

  it('given a row of totals, then it is no new action, and that is told', async () => {
    const totals = written(undefined, ['action', 'Total'], ['rating', '4']);
    const taken = await stage.take(stage.copyOf([...stage.rows, totals]));
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([expect.stringMatching(/sums up other rows/u)]);
  });

  it('given a head that was written otherwise, then what stands below it is told and not taken', async () => {
    const [one, ...others] = stage.rows;
    const copy = withBlocks(
      stage.copyOf([written(one, ['newNote', 'Half are lit']), ...others]),
      (blocks) =>
        blocks.map((block) => (block.text === 'New note' ? { ...block, text: 'News' } : block)),
    );
    const taken = await stage.take(copy);
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([
      expect.stringMatching(/^News: is no head that the copy had: .* not taken\./u),
    ]);
  });
});
