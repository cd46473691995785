import type { Imported, WorkbookAnswer } from '@trackrecord/application';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedPlan } from './kit/copied-plan.ts';
import { columns, copyDocument, type Row } from './kit/copy-document.ts';
import { type Deed, deeds, edited, type Layout, layouts, reset } from './kit/edits.ts';
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

const clashesIn = ({ reconciled }: Imported): ReadonlySet<string> =>
  new Set(reconciled.clashes.map(({ id, field }) => `${id} ${field}`));

type Sent = Readonly<{
  /** What whoever edited it means. */
  meant: ReadonlyArray<Row>;
  /** What the file holds. */
  tables: Parameters<typeof copyDocument>[1];
}>;

const isAsMade = (row: Row, made: ReadonlyArray<Row>): boolean =>
  made.some(({ id, cells }) =>
    (['ref', 'action'] as const).every((column) => cells.get(column) === row.cells.get(column))
      ? id === row.id
      : false,
  );

/** What somebody sends back: a second sheet beside it keeps what was deleted, and a part without heads is known by a row. */
const sent = (
  made: ReadonlyArray<Row>,
  deed: ReadonlyArray<Deed>,
  who: string,
  { isReset, isTwice, split }: Layout,
): Sent => {
  const meant = edited(made, deed, who);
  const rows = edited(isReset ? reset(made) : made, deed, who);
  const ids = new Set(meant.map(({ id }) => id));
  return {
    meant: isTwice ? [...meant, ...made.filter(({ id }) => !ids.has(id))] : meant,
    tables: {
      rows,
      split: meant.slice(split).some((row) => isAsMade(row, made)) ? split : undefined,
      beside: isTwice ? made : undefined,
    },
  };
};

describe('a copy that comes back', () => {
  it('given one that nobody touched, then all of it is said again, and nothing changes', async () => {
    const plan = await copiedPlan(text, begun);
    const answer = await plan.answer(madeOn);
    const copy = copyDocument('copy.xlsx', { rows: rowsOf(answer) }, answer);
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
      fc.asyncProperty(deeds, deeds, layouts, layouts, async (hers, his, herLayout, hisLayout) => {
        const plan = await copiedPlan(text, begun);
        const answer = await plan.answer(madeOn);
        const made = rowsOf(answer);
        const known = new Set(made.map(({ id }) => id ?? ''));
        const [a, b] = [sent(made, hers, 'hers', herLayout), sent(made, his, 'his', hisLayout)];
        const copyOf = (who: string, { tables }: Sent) =>
          copyDocument(`${who}.xlsx`, tables, answer);

        const one = merged(made, tableOf(answer), a.meant);
        const taken = await plan.takeBack(copyOf('hers', a), first);
        expect(plain(tableOf(await plan.answer(first)), known)).toEqual(plain(one.table, known));
        expect(clashesIn(taken)).toEqual(one.clashes);

        const two = merged(made, one.table, b.meant);
        const both = await plan.takeBack(copyOf('his', b), second);
        expect(plain(tableOf(await plan.answer(second)), known)).toEqual(plain(two.table, known));
        expect(clashesIn(both)).toEqual(two.clashes);

        // The same file again is nothing new.
        const again = await plan.takeBack(copyOf('his', b), second);
        expect(again.events).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
