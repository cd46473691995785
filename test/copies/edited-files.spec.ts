import type { Imported } from '@trackrecord/application';
import { type Document, readSafely } from '@trackrecord/documents';
import { LocalDate } from '@trackrecord/kernel';
import { writePaper } from '@trackrecord/papers';
import { must, rightOf } from '@trackrecord/test-kit';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  converted,
  lookupLibreOffice,
  lookupPython,
  runPython,
  workshop,
} from '../formats/kit/other-programs.ts';
import { copiedPlan, type CopiedPlan } from './kit/copied-plan.ts';

const sample = fileURLToPath(
  new URL('../../apps/cli/samples/harbour-and-vale/plan-2025-q4.txt', import.meta.url),
);
const [begun, back] = ['2025-12-31', '2026-03-31'] as const;

const place = workshop();
afterAll(place.remove);

const at: { plan?: CopiedPlan } = {};
const plan = (): CopiedPlan => {
  if (at.plan === undefined) throw new Error('there is no plan yet');
  return at.plan;
};

/** The plan as a file of a kind, as somebody would download it. */
const written = async (kind: 'docx' | 'xlsx', of: CopiedPlan): Promise<string> => {
  const made = { madeOn: must(LocalDate)(begun) };
  const paper = rightOf(await writePaper(await of.answer(begun), made, { kind })());
  const file = join(place.path, `copy.${kind}`);
  writeFileSync(file, paper.bytes);
  return file;
};

const read = async (name: string, bytes: Uint8Array): Promise<Document> =>
  rightOf(await readSafely({ name, bytes, corrections: [] })).document;

/** What a copy comes to, order by order, without the import itself. */
const ordersIn = ({ reconciled }: Imported): ReadonlyArray<string> =>
  reconciled.steps
    .map(({ order }) => order)
    .filter(({ type }) => type !== 'RecordImport')
    .map(({ type, data }) => ('action' in data ? `${type} ${data.action}` : type))
    .toSorted();

beforeAll(async () => {
  at.plan = await copiedPlan(readFileSync(sample, 'utf8'), begun);
});

describe.skipIf(lookupLibreOffice()._tag === 'Missing').each([
  ['docx', 'odt'],
  ['xlsx', 'ods'],
] as const)('a copy as .%s that LibreOffice saved as .%s and back', (kind, other) => {
  it('given no edit, then nothing changes', async () => {
    const file = await written(kind, plan());
    const [between = new Uint8Array()] = converted(place.path, [file], other);
    const saved = join(place.path, `copy.${other}`);
    writeFileSync(saved, between);
    const [again = new Uint8Array()] = converted(place.path, [saved], kind);
    for (const [name, bytes] of [
      [`copy.${kind}`, readFileSync(file)],
      [`copy.${other}`, between],
      [`again.${kind}`, again],
    ] as const) {
      const taken = await plan().takeBack(await read(name, bytes), back);
      expect({ name, orders: ordersIn(taken) }).toEqual({ name, orders: [] });
      expect(taken.reconciled.warnings).toEqual([]);
      expect(taken.reconciled.confirmed.length).toBeGreaterThan(0);
    }
  });
});

describe.skipIf(lookupPython()._tag === 'Missing')('a copy that somebody edited', () => {
  const edited = async (kind: 'docx' | 'xlsx'): Promise<Imported> => {
    const out = join(place.path, `edited.${kind}`);
    // A plan of its own: what one copy changes is not there for the other.
    const own = await copiedPlan(readFileSync(sample, 'utf8'), begun);
    runPython('edit_copy.py', [kind, await written(kind, own), out], '');
    return own.takeBack(await read(`edited.${kind}`, readFileSync(out)), back);
  };

  // The plan’s last action is 34: a new one without a number is the next.
  it('given a workbook with cells written, a row more, a row less, and sorted, then just those edits', async () => {
    const taken = await edited('xlsx');
    expect(ordersIn(taken)).toEqual(
      [
        'AddNote 2',
        'AssignOwner 3',
        'AssignOwner 3',
        'ChangeRating 1',
        'ChangeRating 35',
        'CloseAction 7',
        'CreateAction 35',
        'SetTimescale 4',
        'WithdrawAction 5',
      ].toSorted(),
    );
    expect(taken.reconciled.clashes).toEqual([]);
  });

  it('given a Word paper with cells written and a row less, then just those edits', async () => {
    expect(ordersIn(await edited('docx'))).toEqual([
      'AddNote 2',
      'ChangeRating 1',
      'WithdrawAction 5',
    ]);
  });
});
