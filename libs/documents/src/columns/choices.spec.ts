import { ColumnHead, type ColumnMeaning } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import { choicesIn } from './choices-in.ts';
import { headsNotIn } from './heads-not-in.ts';
import { tableDocument } from './testing/table-document.ts';

describe('what somebody said that columns mean', () => {
  it('given heads and meanings, then they are choices, without the space around them', () => {
    expect(
      choicesIn([
        [' RAG Status ', 'rating'],
        ['Where are we', ' Notes '],
      ]),
    ).toEqual(
      E.right([
        { head: 'RAG Status', meaning: 'rating' },
        { head: 'Where are we', meaning: 'notes' },
      ]),
    );
  });

  it('given a meaning that is none, then it says which are', () => {
    expect(choicesIn([['RAG Status', 'colour']])).toEqual(
      E.left(
        'The column “RAG Status” is said to mean “colour”, which no column does; accepted are ref, action, rating, lead, support, timescale, notes, priority, theme, nothing.',
      ),
    );
  });

  it('given no head, then it says what one is', () => {
    expect(choicesIn([['  ', 'rating']])).toEqual(E.left(expect.stringContaining('no head of')));
  });

  it('given two meanings of one head, however it is written, then it is refused', () => {
    expect(
      choicesIn([
        ['Status', 'rating'],
        ['STATUS:', 'notes'],
      ]),
    ).toEqual(E.left('The column “STATUS:” is said to mean two things; accepted is one of them.'));
  });
});

describe('whether a document has the columns', () => {
  const document = tableDocument(
    [
      ['Our plan', ''],
      ['Thing', 'Where are we'],
      ['Open a family hub', 'Amber'],
    ],
    [
      ['Thing', 'Person'],
      ['Recruit two wardens', 'M. Fox'],
    ],
  );
  const missing = (...heads: ReadonlyArray<string>) =>
    headsNotIn(
      document,
      proposePlan(document),
      heads.map((head) => ({
        head: must(ColumnHead)(head),
        meaning: 'notes' satisfies ColumnMeaning,
      })),
    );

  it('given heads that it has, however they are written, then nothing is wrong', () => {
    expect(missing()).toBeUndefined();
    expect(missing('thing:', 'WHERE ARE WE?', 'Person')).toBeUndefined();
  });

  it('given a head that it has not, then it names it, and what would be accepted', () => {
    expect(missing('Thing', 'Status', 'Colour')).toBe(
      'plan.docx has no column “Status”, “Colour”. Accepted are the heads of its columns: “Thing”, “Where are we”, “Person”.',
    );
  });

  it('given a document without tables, then it says that', () => {
    const plain = { ...document, blocks: [] };
    expect(
      headsNotIn(plain, { columns: [] }, [{ head: must(ColumnHead)('Status'), meaning: 'rating' }]),
    ).toBe('plan.docx has no column “Status”. It has no table with heads.');
  });

  it('given very many heads, then twenty are told', () => {
    const wide = tableDocument([
      Array.from({ length: 25 }, (_, at) => `Head ${at + 1}`),
      Array.from({ length: 25 }, (_, at) => `Words ${at + 1}`),
    ]);
    const told = headsNotIn(wide, { columns: [] }, [
      { head: must(ColumnHead)('Status'), meaning: 'rating' },
    ]);
    expect(told).toContain('“Head 1”, “Head 2”');
    expect(told).toContain('“Head 20” and 5 more.');
  });
});
