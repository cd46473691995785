import type { PlanAnswer } from '@trackrecord/application';
import { type Block, type Document, readSafely, type Rating } from '@trackrecord/documents';
import { rightOf } from '@trackrecord/test-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupReferencePlan } from '../journeys/reading-plans/reference-plan.ts';
import { lookupPython, runPython, workshop } from './kit/other-programs.ts';
import { planFrom } from './kit/plan-from.ts';

const names = ['ashford-1-cypp-2008-2011.txt', 'tunbridge-wells-cypp-2008-2010.txt'] as const;
const on = '2009-03-31';

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
  const reference = lookupReferencePlan(name);
  const canRun = reference !== undefined && python._tag === 'Found';

  describe.skipIf(!canRun).each(['docx', 'xlsx'] as const)('as .%s', (format) => {
    const read: { document?: Document } = {};

    beforeAll(async () => {
      const blocks = (reference?.document.blocks ?? []).map(asInOffice);
      const file = join(place.path, `${name}.${format}`);
      runPython('build_plan.py', [format, file], JSON.stringify(blocks));
      const bytes = readFileSync(file);
      read.document = rightOf(
        await readSafely({ name: `plan.${format}`, bytes, corrections: [] }),
      ).document;
    });

    it('given its colours and numbers, then it comes to the same plan as its text, field by field', async () => {
      if (reference === undefined || read.document === undefined) throw new Error('not read');
      const [text, office] = [
        await planFrom(reference.document, on),
        await planFrom(read.document, on),
      ];
      expect(said(office.answer)).toEqual(said(text.answer));
    });
  });
});
