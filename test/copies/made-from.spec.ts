import { type Document, readSafely, readText } from '@trackrecord/documents';
import { LocalDate } from '@trackrecord/kernel';
import { type PaperKind, writePaper } from '@trackrecord/papers';
import { must, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CopyStage, copyStage, doubtsIn, ordersIn, written } from './kit/copy-stage.ts';

let stage: CopyStage;

beforeEach(async () => {
  stage = await copyStage();
});

/** The plan as a file of a kind, as a reader gives it again. */
const paperAs = async (kind: PaperKind): Promise<Document> => {
  const madeOn = must(LocalDate)('2025-06-30');
  const paper = rightOf(await writePaper(await stage.plan.answer(madeOn), { madeOn }, { kind })());
  const read = await readSafely({ name: `paper.${kind}`, bytes: paper.bytes, corrections: [] });
  return rightOf(read).document;
};

/** As another program saves it that keeps no properties. */
const withoutProperties = ({ properties: _, ...document }: Document): Document => document;

describe('what a copy was made from', () => {
  it.each(['html', 'md', 'docx'] as const)(
    'given a paper as .%s without properties, then its last words say it, and nothing changes',
    async (kind) => {
      const paper = withoutProperties(await paperAs(kind));
      expect(paper.properties).toBeUndefined();
      const taken = await stage.take(paper);
      expect(ordersIn(taken)).toEqual([]);
      expect(doubtsIn(taken)).toEqual([]);
      expect(taken.reconciled.confirmed.length).toBeGreaterThan(0);
    },
  );

  it('given a paper as PDF, then it is refused, and the others are named', async () => {
    await expect(stage.take(await paperAs('pdf'))).rejects.toThrow(
      /Accepted is the same paper as Word/u,
    );
  });

  it('given a register that does not say it any more, then it is refused, and nothing is taken back', async () => {
    const pasted = withoutProperties(stage.copyOf(stage.rows));
    await expect(stage.take(pasted)).rejects.toThrow(/does not say what it was made from/u);
    expect((await stage.now()).plan.actions).toHaveLength(4);
  });

  it('given the tables of a paper alone, pasted elsewhere, then they are refused too', async () => {
    const paper = withoutProperties(await paperAs('docx'));
    const tables = paper.blocks.filter(({ table }) => table !== undefined);
    await expect(stage.take({ ...paper, blocks: tables })).rejects.toThrow(/does not say/u);
  });

  it('given that it is to be read as any other document, then it is', async () => {
    const [one, ...others] = stage.rows;
    const pasted = withoutProperties(stage.copyOf([written(one, ['rating', 'Green']), ...others]));
    const taken = await stage.plan.takeBack(pasted, '2025-09-30', { asDocument: true });
    expect(ordersIn(taken)).toContain('ChangeRating 1');
    expect((await stage.now()).plan.actions).toHaveLength(4);
  });
});

describe('a file that is no version of the plan', () => {
  const sheet = (lines: ReadonlyArray<string>): Document =>
    rightOf(readText('about.txt', new TextEncoder().encode(lines.join('\n'))));

  it('given the sheet about a copy alone, with a date that another program wrote, then it is refused', async () => {
    const { blocks, ...about } = sheet([
      'Plan id',
      'copied',
      'As of',
      '12/31/2025',
      'Ordinal',
      '9',
    ]);
    const labelled = [...blocks, ...sheet(['Kind of file', 'workbook']).blocks].map(
      (block, at) => ({
        ...block,
        index: at + 1,
        kind: 'cell' as const,
        table: { table: 1, row: Math.floor(at / 2) + 1, column: (at % 2) + 1 },
      }),
    );
    await expect(stage.take({ ...about, blocks: labelled })).rejects.toThrow(/does not say/u);
  });

  it('given a text without actions, then nothing of the plan is taken away', async () => {
    const minutes = sheet(['Minutes of the board', '', 'Everybody came.']);
    await expect(stage.take(minutes)).rejects.toThrow(
      'No action was found in about.txt, and the plan has 4: as its next version it would take all of them away.',
    );
    expect((await stage.now()).plan.actions).toHaveLength(4);
  });
});
