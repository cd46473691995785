import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import { type CellSaid, documentOf, heading, paragraph, table } from './testing/document-of.ts';

const words = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'Ref',
    'No.',
    'Action',
    'Lead\nofficer',
    'By when?',
    'RAG',
    'Q1 RAG',
    'Previous RAG',
  ],
  ...['Q1', 'Q2', 'Progress', 'Priority', 'Theme', 'Status', 'Cost', 'Total', 'Total actions: 2'],
  ...['1', '2.', '3', 'A1', 'Open the hall', 'Light the path', 'J Fox / Council', 'June 2027'],
  ...['46203', 'end of Q2', 'A', 'Green', 'In progress', 'n/a', '●', '75%', '£400', 'Key'],
  ...['Purple = overdue', 'Overdue', 'Complete', 'Safe and well', 'Priority 1: Safe', 'High'],
);
const fill = fc.constantFrom('#FF0000', '#FFC000', '#00B050', '#0070C0', '#C9A86A', '#D9D9D9');
const by = fc.constantFrom(
  'cell' as const,
  'highlight' as const,
  'words' as const,
  'rule' as const,
);

const cell: fc.Arbitrary<CellSaid> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.record({ text: words, fill, by }) },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      text: words,
      columns: fc.integer({ min: 1, max: 9 }),
      rows: fc.integer({ min: 1, max: 9 }),
    }),
  },
);

const header = fc.constant<ReadonlyArray<CellSaid>>(['Ref', 'Action', 'Lead', 'By when', 'RAG']);
const row = fc.array(cell, { minLength: 1, maxLength: 6 });
const rows = fc.array(fc.oneof({ weight: 1, arbitrary: header }, { weight: 4, arbitrary: row }), {
  maxLength: 8,
});
const between = fc.oneof(
  fc.constant([]),
  words.map((text) => heading(text)),
  fc.tuple(words, fill).map(([text, hex]) => paragraph(text, { fill: hex })),
);

it('given any tables whatever, then each block becomes something, and each action has a ref of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(between, rows), { maxLength: 4 }), (parts) => {
      const document = documentOf(
        ...parts.flatMap(([above, some], at) => [above, table(at + 1, some)]),
      );
      const { accounts, actions, warnings } = proposePlan(document);
      const accounted = new Set(accounts.map(({ block }) => block));
      expect(document.blocks.filter(({ index }) => !accounted.has(index))).toEqual([]);
      expect(new Set(actions.map(({ ref }) => ref)).size).toBe(actions.length);
      // What is rated by a colour says so, and what is in doubt is said.
      for (const { rating, ratingAsWritten = '' } of actions) {
        if (/#[\dA-F]{6}/u.test(ratingAsWritten) && rating === undefined) {
          expect(warnings.some(({ message }) => message.includes('not rated'))).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
