import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeReadRefusal } from './read-refusal.ts';
import { readFile } from './read-file.ts';
import { oldWordOf } from './testing/old-word.ts';
import { openDocumentOf } from './testing/open-document.ts';
import { painted, pdfOf, ruled, wordsAt } from './testing/pdf.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const listStyle =
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:display-levels="1" text:start-value="3"/></text:list-style>';

const textBody =
  '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
  '<text:h text:outline-level="1">Plan</text:h><text:list text:style-name="L1" xml:id="l"><text:list-item text:start-value="4"><text:p>a<text:change text:change-id="c"/></text:p></text:list-item></text:list>' +
  '<table:table table:style-name="T"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" table:style-name="Amber"><text:p>b</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="1"/></table:table-row></table:table>';

const sheetBody =
  '<table:table table:name="Actions"><table:table-column table:number-columns-repeated="3" table:default-cell-style-name="Amber"/><table:table-row table:number-rows-repeated="1"><table:table-cell office:value-type="date" office:date-value="2027-06-30" table:style-name="Amber"><text:p>30/06/27</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>' +
  '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Actions.A1:Actions.B2"><calcext:condition calcext:apply-style-name="Amber" calcext:value="&gt;0" calcext:base-cell-address="Actions.A1"/></calcext:conditional-format></calcext:conditional-formats></table:table>';

const amber =
  '<style:style style:name="Amber" style:family="table-cell" style:parent-style-name="Amber2"><style:table-cell-properties fo:background-color="#ffc000"/></style:style>';

const page =
  '<!doctype html><style>.a{background:#ffc000}</style><h1>Plan</h1><ol start=3 type=i><li>a</ol><table><tr><td rowspan=2 class=a>b<td colspan=2>c<tr><td style="background:rgb(1,2,3)">d<table><tr><td>e<td>f</table></table>';

const pdf = pdfOf([
  painted(50, 540, 100, 30, '1 0.75 0') +
    ruled([50, 150, 300], [500, 540, 570]) +
    wordsAt(55, 550, 'Action') +
    wordsAt(160, 550, 'Lead') +
    wordsAt(55, 510, 'Mend'),
]);

const markdown =
  '---\ntitle: Plan\n---\n# Plan\n\n1. a\n   - b\n\n| a | b |\n| - | - |\n| c | <b>d</b> |\n';

/** Things that programs never write where numbers and colours stand. */
const strange = ['', '0', '-1', '999999999', '1e99', 'NaN', '#', '%1%', '<', '\u0000', '../..'];

/** A value in place of another; of XML and HTML alike. */
const withStrange = (xml: string, at: number, value: string): string => {
  const values = [...xml.matchAll(/="[^"]*"/gu)];
  const found = values[at % values.length];
  return found === undefined
    ? xml
    : `${xml.slice(0, found.index)}="${value}"${xml.slice(found.index + found[0].length)}`;
};

type Kind = readonly [name: string, make: (change: (text: string) => string) => Uint8Array];

const kinds: ReadonlyArray<Kind> = [
  [
    'plan.odt',
    (change) =>
      openDocumentOf({ kind: 'text', body: change(textBody), styles: change(listStyle + amber) }),
  ],
  [
    'plan.ods',
    (change) =>
      openDocumentOf({ kind: 'spreadsheet', body: change(sheetBody), styles: change(amber) }),
  ],
  ['plan.html', (change) => bytesOf(change(page))],
  ['plan.md', (change) => bytesOf(change(markdown))],
  ['plan.pdf', () => pdf],
  ['plan.doc', () => oldWordOf({ body: 'Plan\rNo\u0007Action\u0007\r1\u0007Mend\u0007\r' })],
];

const same = (text: string): string => text;

const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });

const answerOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const read = await readFile({ name, bytes, progress: () => undefined });
  return E.isLeft(read) ? describeReadRefusal(read.left) : `${read.right.blocks.length} blocks`;
};

describe.each(kinds)('a damaged %s', (name, make) => {
  it('given it whole, then it is read', async () => {
    expect(await answerOf(name, make(same))).toMatch(/^[1-9]\d* blocks$/u);
  });

  it('given any of its bytes changed, or its end missing, then it is read or refused in words', async () => {
    const whole = make(same);
    await fc.assert(
      fc.asyncProperty(flips, fc.double({ min: 0.2, max: 1, noNaN: true }), async (all, left) => {
        const bytes = whole.slice(0, Math.ceil(whole.length * left));
        for (const [at, byte] of all) bytes[at % bytes.length] = byte;
        expect(await answerOf(name, bytes)).toMatch(/./u);
      }),
      { numRuns: 60 },
    );
  });

  it('given values that no program writes, then it is read or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...strange)), { minLength: 1, maxLength: 5 }),
        async (all) => {
          const change = (text: string): string =>
            all.reduce((changed, [at, value]) => withStrange(changed, at, value), text);
          expect(await answerOf(name, make(change))).toMatch(/./u);
        },
      ),
      { numRuns: 60 },
    );
  });
});
