import { type Document, readSafely } from '@trackrecord/documents';
import { LocalDate } from '@trackrecord/kernel';
import { writePaper } from '@trackrecord/papers';
import { must, rightOf } from '@trackrecord/test-kit';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copiedPlan } from './kit/copied-plan.ts';
import { ordersIn } from './kit/copy-stage.ts';

const sample = (name: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../apps/cli/samples/harbour-and-vale/${name}`, import.meta.url)),
    'utf8',
  );

const [begun, back] = ['2025-12-31', '2026-03-31'] as const;

/** The row of an action in a paper's tables of actions. */
const rowOf = ({ blocks }: Document, ref: string) => {
  const [cell] = blocks.filter(
    ({ table, text }, at) =>
      table?.column === 1 && text === ref && blocks[at + 2]?.table?.column === 3,
  );
  return blocks.filter(
    ({ table }) => table?.table === cell?.table?.table && table?.row === cell?.table?.row,
  );
};

/** A paper in which one action’s row was moved below another one’s. */
const moved = (paper: Document, ref: string, below: string): Document => {
  const [row, there] = [new Set(rowOf(paper, ref)), rowOf(paper, below)];
  const [last] = there.slice(-1);
  const table = last?.table?.table ?? 0;
  const blocks = paper.blocks.flatMap((block) => {
    if (row.has(block)) return [];
    if (block !== last) return [block];
    return [
      block,
      ...[...row].map((cell) => ({
        ...cell,
        table: { table, row: 1_000, column: cell.table?.column ?? 1 },
      })),
    ];
  });
  return { ...paper, blocks: blocks.map((block, at) => ({ ...block, index: at + 1 })) };
};

describe('small headings of a paper', () => {
  it.each([
    ['plan-2025-q4.txt', 'theme'],
    ['rba-plan.txt', 'results'],
  ] as const)(
    'given a row of %s that was moved below another one’s %s, then that is its place',
    async (name, part) => {
      const plan = await copiedPlan(sample(name), begun);
      const answer = await plan.answer(begun);
      const madeOn = must(LocalDate)(begun);
      const bytes = rightOf(await writePaper(answer, { madeOn }, { kind: 'docx' })()).bytes;
      const read = await readSafely({ name: 'paper.docx', bytes, corrections: [] });
      const partOf = (ref: string) =>
        answer.plan.actions.find((one) => one.ref === ref)?.under[part];
      const pairs = answer.plan.actions.flatMap((one) =>
        answer.plan.actions
          .filter(({ under }) => under.priority === one.under.priority)
          .filter(({ under }) => JSON.stringify(under[part]) !== JSON.stringify(one.under[part]))
          .filter(
            ({ under }) => (under[part]?.length ?? 0) > 0 && (one.under[part]?.length ?? 0) > 0,
          )
          .map((other) => [one.ref, other.ref] as const),
      );
      const [ref, below] = pairs[0] ?? ['', ''];
      const paper = moved(rightOf(read).document, ref, below);
      const taken = await plan.takeBack(paper, back);
      expect(ordersIn(taken)).toEqual([`MoveAction ${answer.ids.get(ref) ?? ''}`]);
      const now = (await plan.answer(back)).plan.actions.find((one) => one.ref === ref);
      expect(now?.under[part]).toEqual(partOf(below));
    },
  );
});
