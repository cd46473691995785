import type { WorkbookAnswer } from '@trackrecord/application';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedPlan } from './kit/copied-plan.ts';
import { columns, copyDocument, type Row } from './kit/copy-document.ts';
import { deeds, edited } from './kit/edits.ts';
import { merged, type Table } from './kit/oracle.ts';

/** A plan of three priorities with two actions each, as somebody would type it. */
const text = `A plan in three parts

Priority 1: Safe

No\tAction\tLead\tSupport\tBy when\tRAG
1\tLight the paths\tAda Moss\tTIDE\tby June 2026\tRed
2\tWalk with children\t\tVale Council\t\tAmber

Priority 2: Well

No\tAction\tLead\tSupport\tBy when\tRAG
3\tCook together\tBen Frost\t\tby May 2027\tGreen
4\tSwim every week\t\t\t\t

Priority 3: Heard

No\tAction\tLead\tSupport\tBy when\tRAG
5\tAsk the young\tAda Moss\tTIDE\t\tGreen
6\tAnswer in public\t\t\tby June 2026\tAmber
`;

const [begun, madeOn, first, second] = [
  '2025-03-31',
  '2025-06-30',
  '2025-09-30',
  '2025-12-31',
] as const;

/** The plan's actions as rows, told by the answer alone. */
const rowsOf = ({ plan, ids }: WorkbookAnswer): ReadonlyArray<Row> => {
  const priorities = new Map(
    plan.priorities.map(({ ref, title }) => [ref, `Priority ${ref}: ${title}`]),
  );
  return plan.actions.map((action) => {
    const names = (role: string) =>
      action.owners
        .filter((owner) => owner.role === role)
        .map(({ name }) => name)
        .join('; ');
    return {
      id: ids.get(action.ref) ?? null,
      cells: new Map([
        ['ref', action.ref],
        ['priority', priorities.get(action.under.priority ?? '') ?? ''],
        ['action', action.title],
        ['rating', action.rating],
        ['lead', names('lead')],
        ['support', names('support')],
        ['byWhen', action.timescale?.asWritten ?? ''],
        ['status', action.status],
      ] as const),
    };
  });
};

const tableOf = (answer: WorkbookAnswer): Table => {
  const notes = new Map(answer.plan.actions.map(({ ref, notes: all }) => [ref, all]));
  return rowsOf(answer).map((row) => ({
    ...row,
    notes: new Set((notes.get(row.cells.get('ref') ?? '') ?? []).map(({ text: words }) => words)),
  }));
};

/** Tables as they can be compared: what a new action is numbered, and the order of rows, are the plan's own matter. */
const plain = (table: Table, known: ReadonlySet<string>) =>
  table
    .map(({ id, cells, notes }) => {
      const isNew = id === null || !known.has(id);
      const words = columns
        .filter((column) => !column.endsWith('Note') && !(isNew && column === 'ref'))
        .map((column) => {
          const says = (cells.get(column) ?? '').split('; ').toSorted().join('; ');
          if (column === 'rating' && says === '') return 'Not rated';
          return column === 'status' && says === '' ? 'open' : says;
        });
      return [isNew ? '' : id, ...words, [...notes].toSorted().join('|')].join(' ~ ');
    })
    .toSorted();

describe('a copy that comes back', () => {
  it('given one that nobody touched, then all of it is said again, and nothing changes', async () => {
    const plan = await copiedPlan(text, begun);
    const answer = await plan.answer(madeOn);
    const copy = copyDocument('copy.xlsx', rowsOf(answer), answer);
    const { events, reconciled } = await plan.takeBack(copy, first);
    expect(reconciled.changes).toEqual({});
    expect(reconciled.clashes).toEqual([]);
    expect(reconciled.warnings).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(['DocumentImported']);
    expect(plain(tableOf(await plan.answer(first)), new Set())).toEqual(
      plain(tableOf(answer), new Set()),
    );
  });

  it('given any edits in two copies, then each comes back as its edits, and what both changed is a clash', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, async (hers, his) => {
        const plan = await copiedPlan(text, begun);
        const answer = await plan.answer(madeOn);
        const made = rowsOf(answer);
        const known = new Set(made.map(({ id }) => id ?? ''));
        const [a, b] = [edited(made, hers, 'hers'), edited(made, his, 'his')];

        const one = merged(made, tableOf(answer), a);
        const taken = await plan.takeBack(copyDocument('hers.xlsx', a, answer), first);
        expect(plain(tableOf(await plan.answer(first)), known)).toEqual(plain(one.table, known));
        expect(taken.reconciled.clashes).toEqual([]);

        const two = merged(made, one.table, b);
        const both = await plan.takeBack(copyDocument('his.xlsx', b, answer), second);
        expect(plain(tableOf(await plan.answer(second)), known)).toEqual(plain(two.table, known));
        expect(new Set(both.reconciled.clashes.map(({ id, field }) => `${id} ${field}`))).toEqual(
          two.clashes,
        );

        // The same file again is nothing new.
        const again = await plan.takeBack(copyDocument('his.xlsx', b, answer), second);
        expect(again.events).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
