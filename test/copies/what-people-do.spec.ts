import type { Imported } from '@trackrecord/application';
import type { Document } from '@trackrecord/documents';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Row } from './kit/copy-document.ts';
import { type CopyStage, copyStage, doubtsIn, ordersIn, written } from './kit/copy-stage.ts';

let stage: CopyStage;

beforeEach(async () => {
  stage = await copyStage();
});

const rows = (): ReadonlyArray<Row> => stage.rows;
const copyOf = (of: ReadonlyArray<Row>): Document => stage.copyOf(of);
const take = (document: Document): Promise<Imported> => stage.take(document);

/** A copy with a column more, by what stands in each row of the plan’s actions, from 1. */
const withColumn = (copy: Document, head: string, words: (action: number) => string): Document => ({
  ...copy,
  blocks: copy.blocks
    .flatMap((block) => {
      const { table } = block;
      if (table?.column !== 1) return [block];
      const text = table.row === 1 ? head : words(table.row - 1);
      return [block, { ...block, text, table: { ...table, column: 100 } }];
    })
    .map((block, at) => ({ ...block, index: at + 1, line: at + 1 })),
});

const numbersNow = async () =>
  (await stage.now()).plan.actions.map(({ ref, title }) => `${ref} ${title}`);

describe('what people do to copies', () => {
  it('given cells pushed down beside the ids that stay, then the row put in is new, and nobody else’s', async () => {
    const [one, two, three, four] = rows();
    const beside = (id: string | null | undefined, row: Row): Row => ({ ...row, id: id ?? null });
    const added: Row = {
      id: two?.id ?? null,
      cells: new Map([
        ['action', 'Sing'],
        ['priority', 'Priority 1: Safe'],
      ]),
    };
    const imported = await take(
      copyOf([
        written(one),
        added,
        beside(three?.id, written(two)),
        beside(four?.id, written(three)),
        beside(null, written(four)),
      ]),
    );
    // The plan has four.
    expect(ordersIn(imported)).toEqual(['CreateAction 5']);
  });

  it('given a row put in between and all below renumbered, then the new one has its number', async () => {
    const [one, two, three, four] = rows();
    await take(
      copyOf([
        written(one),
        written(two),
        {
          id: null,
          cells: new Map([
            ['ref', '3'],
            ['action', 'Sing'],
            ['priority', 'Priority 1: Safe'],
          ]),
        },
        written(three, ['ref', '4']),
        written(four, ['ref', '5']),
      ]),
    );
    expect((await numbersNow()).toSorted()).toEqual([
      '1 Light the paths',
      '2 Walk with children',
      '3 Sing',
      '4 Cook together',
      '5 Swim every week',
    ]);
  });

  it('given a row deleted and those below renumbered, then they have the numbers that became free', async () => {
    const [one, , three, four] = rows();
    await take(copyOf([written(one), written(three, ['ref', '2']), written(four, ['ref', '3'])]));
    expect(await numbersNow()).toEqual([
      '1 Light the paths',
      '2 Cook together',
      '3 Swim every week',
    ]);
  });

  it('given a lead who becomes support and the other way round, then both changed places', async () => {
    const [one, ...others] = rows();
    const taken = await take(
      copyOf([written(one, ['lead', 'TIDE'], ['support', 'Ada Moss']), ...others]),
    );
    expect(ordersIn(taken)).toEqual(['AssignOwner 1', 'AssignOwner 1']);
    const owners = (await stage.now()).plan.actions[0]?.owners;
    expect(owners?.map(({ name, role }) => `${name} ${role}`).toSorted()).toEqual([
      'Ada Moss support',
      'TIDE lead',
    ]);
  });

  it('given a column’s head that was renamed, then the copy is refused, and nothing is withdrawn', async () => {
    const copy = copyOf(rows());
    const renamed = {
      ...copy,
      blocks: copy.blocks.map((block) =>
        block.text === 'Rating' ? { ...block, text: 'RAG' } : block,
      ),
    };
    await expect(take(renamed)).rejects.toThrow(/without the head “Rating”/u);
    expect(await numbersNow()).toHaveLength(4);
  });

  it('given no table of actions any more, then the copy is refused', async () => {
    const copy = copyOf(rows());
    await expect(take({ ...copy, blocks: [] })).rejects.toThrow(/no table of actions any more/u);
  });

  it('given cells that were merged, then the rows that they reach into say the same', async () => {
    const copy = copyOf(rows());
    // The rating of the first row reaches over the second, whose own is gone: it is the first one’s, and nothing more.
    const column = copy.blocks.find(({ text: words }) => words === 'Priority')?.table?.column;
    const merged = copy.blocks.flatMap((block) => {
      if (block.table?.column !== column) return [block];
      if (block.table?.row === 2) return [{ ...block, table: { ...block.table, rows: 2 } }];
      return block.table?.row === 3 ? [] : [block];
    });
    expect(ordersIn(await take({ ...copy, blocks: merged }))).toEqual([]);
  });

  it('given that all rows are gone but a new one, then they are left to be chosen, and that is said', async () => {
    const taken = await take(copyOf([written(undefined, ['action', 'Alone'])]));
    expect(taken.reconciled.clashes.map(({ id, field }) => `${id} ${field}`)).toEqual([
      '1 row',
      '2 row',
      '3 row',
      '4 row',
    ]);
    expect(ordersIn(taken)).toEqual(['CreateAction 5']);
    expect(taken.reconciled.warnings.map(({ text: words }) => words)).toEqual(['4 of 4 actions']);
  });

  it('given a new timescale in words, then it is set', async () => {
    const [one, ...others] = rows();
    const taken = await take(copyOf([written(one, ['byWhen', 'by March 2028']), ...others]));
    expect(ordersIn(taken)).toEqual(['SetTimescale 1']);
  });

  it('given other words in the latest note beside a new one, then both are notes, and sent again nothing clashes', async () => {
    const [one, ...others] = rows();
    const copy = copyOf([
      written(one, ['latestNote', 'Half are lit'], ['newNote', 'The rest by May']),
      ...others,
    ]);
    expect(ordersIn(await take(copy))).toEqual(['AddNote 1', 'AddNote 1']);
    const again = await take(copy);
    expect(again.events).toEqual([]);
    expect(again.reconciled.clashes).toEqual([]);
    expect((await stage.now()).plan.actions[0]?.notes.map(({ text }) => text)).toEqual([
      'Half are lit',
      'The rest by May',
    ]);
  });

  it('given that the date alone was taken out beside its words, then both stay, and that is told', async () => {
    const paper = await stage.plan.answer('2025-06-30');
    const one = paper.plan.actions[0];
    expect(one?.timescale?.latest).toBe('2026-06-30');
    const copy = withColumn(copyOf(rows()), 'Due', (row) => (row === 3 ? '31 May 2027' : ''));
    const taken = await take(copy);
    expect(ordersIn(taken)).toEqual([]);
    expect(doubtsIn(taken)).toEqual([
      expect.stringMatching(/^Light the paths: the date beside “by June 2026” was taken out/u),
    ]);
  });

  it('given that the words of a date were taken out, then it is gone', async () => {
    const [one, ...others] = rows();
    const taken = await take(copyOf([written(one, ['byWhen', '']), ...others]));
    expect(ordersIn(taken)).toEqual(['RemoveTimescale 1']);
  });
});
