import type { Imported, WorkbookAnswer } from '@trackrecord/application';
import type { CopyField, Document } from '@trackrecord/documents';
import { beforeEach, describe, expect, it } from 'vitest';
import { copiedPlan, type CopiedPlan } from './kit/copied-plan.ts';
import { copyDocument, type Row } from './kit/copy-document.ts';

const text = `A plan in two parts

Priority 1: Safe

No\tAction\tLead\tSupport\tBy when\tRAG
1\tLight the paths\tAda Moss\tTIDE\tby June 2026\tRed
2\tWalk with children\t\tVale Council\t\tAmber

Priority 2: Well

No\tAction\tLead\tSupport\tBy when\tRAG
3\tCook together\tBen Frost\t\tby May 2027\tGreen
4\tSwim every week\t\t\t\t
`;

const [begun, madeOn, back] = ['2025-03-31', '2025-06-30', '2025-09-30'] as const;

const at: { plan?: CopiedPlan; answer?: WorkbookAnswer } = {};

beforeEach(async () => {
  at.plan = await copiedPlan(text, begun);
  at.answer = await at.plan.answer(madeOn);
});

const answer = (): WorkbookAnswer => {
  if (at.answer === undefined) throw new Error('there is no answer yet');
  return at.answer;
};

const places: Readonly<Record<string, string>> = {
  1: 'Priority 1: Safe',
  2: 'Priority 2: Well',
};

const rows = (): ReadonlyArray<Row> =>
  answer().plan.actions.map((action) => {
    const named = (role: string) =>
      action.owners
        .filter((owner) => owner.role === role)
        .map(({ name }) => name)
        .join('; ');
    const cells: ReadonlyArray<readonly [CopyField, string]> = [
      ['ref', action.ref],
      ['priority', places[action.under.priority ?? ''] ?? ''],
      ['action', action.title],
      ['rating', action.rating],
      ['lead', named('lead')],
      ['support', named('support')],
      ['byWhen', action.timescale?.asWritten ?? ''],
      ['status', action.status],
    ];
    return { id: answer().ids.get(action.ref) ?? null, cells: new Map(cells) };
  });

const written = (row: Row | undefined, ...cells: ReadonlyArray<readonly [CopyField, string]>) => ({
  id: row?.id ?? null,
  cells: new Map([...(row?.cells ?? []), ...cells]),
});

const copyOf = (of: ReadonlyArray<Row>): Document => copyDocument('copy.xlsx', of, answer());

const take = async (document: Document): Promise<Imported> => {
  if (at.plan === undefined) throw new Error('there is no plan yet');
  return at.plan.takeBack(document, back);
};

/** What a copy comes to, in the order of its steps. */
const ordersIn = ({ reconciled }: Imported): ReadonlyArray<string> =>
  reconciled.steps
    .map(({ order: { type, data } }) => ('action' in data ? `${type} ${data.action}` : type))
    .filter((order) => order !== 'RecordImport');

const numbersNow = async () =>
  (await at.plan?.answer(back))?.plan.actions.map(({ ref, title }) => `${ref} ${title}`);

describe('what people do to copies', () => {
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
    expect((await numbersNow())?.toSorted()).toEqual([
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
    const owners = (await at.plan?.answer(back))?.plan.actions[0]?.owners;
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
});
