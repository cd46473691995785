import { PlanId } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { copyForms, copyProperties } from '../copies/copy-form.ts';
import { readDocument } from './read-document.ts';
import { readFile } from './read-file.ts';
import { describeReadRefusal } from './read-refusal.ts';
import { openDocumentOf } from './testing/open-document.ts';
import { wordFile } from './testing/word-file.ts';
import { relationshipsPart, rowOf, type SheetForSpecs, xlsxOf } from './testing/workbook.ts';

/** Rows of five numbers each. */
const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => rowOf(at + 1, '<c><v>1</v></c>'.repeat(5))).join('');

const sheet = (name: string, count: number): SheetForSpecs => ({ name, rows: rows(count) });

const properties = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';

const property = (name: string, words: string): string =>
  `<property name="${name}"><vt:lpwstr>${words}</vt:lpwstr></property>`;

/** What Trackrecord writes into a workbook of its own. */
const said = [
  property(copyProperties.form, copyForms.workbook),
  property(copyProperties.plan, 'harbour'),
  property(copyProperties.ordinal, '12'),
  property(copyProperties.asOf, '2026-06-30'),
].join('');

const ofTrackrecord = {
  'docProps/custom.xml': `<Properties xmlns="${properties}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${said}</Properties>`,
  '_rels/.rels': relationshipsPart(
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>',
  ),
};

const readWith = (name: string, bytes: Uint8Array) =>
  readDocument({ name, bytes, corrections: [] }, () => undefined);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('given more paragraphs and cells with words than an import can record', () => {
  it('when they are on one sheet then the workbook is refused with how many and where', async () => {
    const bytes = xlsxOf({ sheets: [sheet('Plan', 10), sheet('Register', 10_001)] });
    const refusal = {
      _tag: 'TooMuchToImport',
      name: 'plan.xlsx',
      worded: 50_055,
      limit: 40_000,
      largest: { part: 'sheet “Register”', worded: 50_005 },
    } as const;
    expect(await readWith('plan.xlsx', bytes)).toEqual(E.left(refusal));
    expect(describeReadRefusal(refusal)).toBe(
      'plan.xlsx has 50,055 paragraphs and cells with words (sheet “Register” has 50,005): more than one import can record. Accepted are at most 40,000. Save what the plan is on as a file of its own, without other data, and send that.',
    );
  });

  it('when they are on several sheets, none of which has too many, then all of them are counted', async () => {
    const bytes = xlsxOf({ sheets: [sheet('A', 6_000), sheet('B', 7_000), sheet('C', 5_000)] });
    expect(await readWith('plan.xlsx', bytes)).toEqual(
      E.left({
        _tag: 'TooMuchToImport',
        name: 'plan.xlsx',
        worded: 90_000,
        limit: 40_000,
        largest: { part: 'sheet “B”', worded: 35_000 },
      }),
    );
  });

  it.each([
    ['plan.csv', `${'1,2,3,4,5\n'.repeat(10_000)}1\n`],
    ['plan.txt', `${'Met.\n'.repeat(50_000)}Met.\n`],
  ])('when they are in %s then that is refused, and no plan made of it', async (name, text) => {
    const limits = { worded: 50_001, limit: 40_000 };
    expect(await readWith(name, bytesOf(text))).toEqual(
      E.left({ _tag: 'TooMuchToImport', name, ...limits }),
    );
  });
});

describe('given a document with more of them than a plan is made of', () => {
  const times = 41_000;
  const readAlone = (name: string, bytes: Uint8Array) =>
    readFile({ name, bytes, progress: () => undefined });
  const refusedAs = (name: string) =>
    E.left({ _tag: 'TooMuchToImport', name, worded: times, limit: 40_000 });

  it('when it is of Word then they are counted while it is parsed, and nothing else with them', async () => {
    const counted = '<w:p><w:r><w:t>Met</w:t></w:r></w:p>';
    const others =
      '<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:p><w:r><w:t> </w:t></w:r></w:p>' +
      '<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const bytes = wordFile({ body: (counted + others).repeat(times) });
    expect(await readAlone('plan.docx', bytes)).toEqual(refusedAs('plan.docx'));
  });

  it('when it is of OpenDocument then it is the same', async () => {
    const counted = '<text:p>Met</text:p>';
    const others =
      '<text:h> </text:h><text:p><office:annotation><text:p>x</text:p></office:annotation></text:p>';
    const deleted = `<text:tracked-changes>${counted}</text:tracked-changes>`;
    const body = deleted + (counted + others).repeat(times);
    const bytes = openDocumentOf({ kind: 'text', body });
    expect(await readAlone('plan.odt', bytes)).toEqual(refusedAs('plan.odt'));
  });
});

describe('given more of them than are counted', () => {
  it('when a sheet goes beyond those then the workbook is refused there', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(400)}</row>`;
    const bytes = xlsxOf({ sheets: [{ name: 'Data', rows: row.repeat(2_501) }] });
    expect(await readWith('plan.xlsx', bytes)).toMatchObject(
      E.left({ _tag: 'TooMuchToImport', worded: 1_000_001, limit: 40_000 }),
    );
  });

  it('when a table of values goes beyond those then it is refused there', async () => {
    const table = `${'1,'.repeat(399)}1\n`.repeat(2_510);
    expect(await readWith('plan.csv', bytesOf(table))).toMatchObject(
      E.left({ _tag: 'TooMuchToImport', worded: 1_000_400, limit: 40_000 }),
    );
  });
});

describe('given no more of them than that', () => {
  it('when there are too many with the empty ones then it is refused with how many', async () => {
    const table = '1,2,3,4,5,6,7\n' + '1,,,,,,\n'.repeat(14_300);
    expect(await readWith('plan.csv', bytesOf(table))).toEqual(
      E.left({ _tag: 'TooManyBlocks', name: 'plan.csv', blocks: 100_107, limit: 80_000 }),
    );
  });

  it('when others are empty then the table is read', async () => {
    const table = `${'1,2,3\n'.repeat(10)}${'1,,\n'.repeat(17_000)}`;
    const read = await readWith('plan.csv', bytesOf(table));
    expect(E.isRight(read) && read.right.document.blocks.length).toBe(51_030);
  });
});

describe('given a file that says it is a copy of a plan', () => {
  const bytes = xlsxOf({ sheets: [sheet('Plan history', 10_001)], parts: ofTrackrecord });
  const asked = { name: 'plan.xlsx', bytes, corrections: [] };
  const read = (copyOf?: string) =>
    readDocument(
      copyOf === undefined ? asked : { ...asked, copyOf: must(PlanId)(copyOf) },
      () => undefined,
    );
  const refused = {
    _tag: 'TooMuchToImport',
    name: 'plan.xlsx',
    worded: 50_006,
    limit: 40_000,
  };

  it('when that very plan is asked for then it is read as its copy, and no plan is made of it', async () => {
    const copy = await read('harbour');
    expect(E.isRight(copy) && copy.right.document.blocks.length).toBe(50_006);
    expect(E.isRight(copy) && copy.right.proposal.actions).toEqual([]);
  });

  it('when another plan is asked for then what it says of itself lets no more of it through', async () => {
    expect(await read('lantern')).toEqual(E.left(refused));
  });

  it('when it is read as any other document then it is refused as that', async () => {
    expect(await read()).toEqual(E.left(refused));
  });
});

describe('given a copy that Trackrecord wrote', () => {
  it('when its history is long then it is read all the same: it is held against its plan', async () => {
    const bytes = xlsxOf({ sheets: [sheet('Plan history', 10_001)], parts: ofTrackrecord });
    const read = await readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });
    // The sheet's name is a block too.
    expect(E.isRight(read) && read.right.blocks.length).toBe(50_006);
  });
});
