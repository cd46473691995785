import type { PlanAnswer } from '@trackrecord/application';
import {
  type Block,
  type Document,
  readSafely,
  readText,
  type Rating,
} from '@trackrecord/documents';
import { rightOf } from '@trackrecord/test-kit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupReferencePlan } from '../journeys/reading-plans/reference-plan.ts';
import { lookupPython, runPython, workshop } from './kit/other-programs.ts';
import { planFrom } from './kit/plan-from.ts';

/** The real plans, and the samples that hold every feature of theirs. */
const names = [
  'ashford-1-cypp-2008-2011.txt',
  'tunbridge-wells-cypp-2008-2010.txt',
  'plan-2025-q4.txt',
  'rba-plan.txt',
] as const;

/** A date in the period of none of them: what is owed is not what is compared. */
const on = '2012-03-31';

const samples = fileURLToPath(new URL('../../apps/cli/samples/harbour-and-vale/', import.meta.url));

const textOf = (name: string): Document | undefined =>
  existsSync(join(samples, name))
    ? rightOf(readText(name, readFileSync(join(samples, name))))
    : lookupReferencePlan(name)?.document;

/** Colours as people pick them in Word for a rating that they do not write. */
const colours: Readonly<Partial<Record<string, string>>> = {
  RED: '#FF0000',
  AMBER: '#FFC000',
  GREEN: '#92D050',
} satisfies Partial<Record<Uppercase<Rating>, string>>;

/** "Action 12. Open …" as an automatic number and the words after it. */
const numbered = /^(Action \d+\.)\s+(.*)$/su;

/** A block as somebody would have it in Word: numbers are the document's own, ratings are colours and no words. */
const asInOffice = ({ kind, text, marker, table }: Block) => {
  const fill = table === undefined ? undefined : colours[text.trim()];
  const number = table === undefined || marker !== undefined ? null : numbered.exec(text);
  return {
    kind,
    text: fill === undefined ? (number?.[2] ?? text) : '',
    marker: number?.[1] ?? marker,
    table,
    fill,
  };
};

/**
 * Narrative as it reads, words after words: where a table was parted from the words around it, which of its rows stand
 * out as headings, and how many blank cells end its rows is a matter of the program that it was drawn in.
 */
const readsAs = (narratives: PlanAnswer['narratives']) =>
  narratives
    .flatMap(({ heading = '', parts }) => [
      heading,
      ...parts.flatMap((part) => (part.kind === 'text' ? [part.text] : part.rows.flat())),
    ])
    .flatMap((words) => words.split('\n'))
    .map((words) => words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((words) => words !== '');

/** What a plan says, without what tells one document or import from another. */
const said = ({ documents: _documents, ordinal: _ordinal, narratives, ...answer }: PlanAnswer) => ({
  ...answer,
  narratives: readsAs(narratives),
});

const python = lookupPython();
const place = workshop();
afterAll(place.remove);

describe.each(names)('%s, rebuilt by python-docx and openpyxl', (name) => {
  const reference = textOf(name);
  const canRun = reference !== undefined && python._tag === 'Found';

  describe.skipIf(!canRun).each(['docx', 'xlsx'] as const)('as .%s', (format) => {
    const read: { document?: Document } = {};

    beforeAll(async () => {
      const blocks = (reference?.blocks ?? []).map(asInOffice);
      const file = join(place.path, `${name}.${format}`);
      runPython('build_plan.py', [format, file], JSON.stringify(blocks));
      const bytes = readFileSync(file);
      read.document = rightOf(
        await readSafely({ name: `plan.${format}`, bytes, corrections: [] }),
      ).document;
    });

    it('given its colours and numbers, then it comes to the same plan as its text, field by field', async () => {
      if (reference === undefined || read.document === undefined) throw new Error('not read');
      const [text, office] = [await planFrom(reference, on), await planFrom(read.document, on)];
      expect(said(office.answer)).toEqual(said(text.answer));
    });
  });
});
