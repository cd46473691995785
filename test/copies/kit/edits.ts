import type { CopyField } from '@trackrecord/documents';
import * as fc from 'fast-check';
import type { Row } from './copy-document.ts';

/** What somebody does to a copy on their screen. Rows are named by their place, and taken modulo what is there. */
export type Deed =
  | Readonly<{ _tag: 'Write'; row: number; column: CopyField; words: string }>
  | Readonly<{ _tag: 'Delete'; row: number }>
  | Readonly<{ _tag: 'Add'; at: number; words: string; rating: string; lead: string }>
  | Readonly<{ _tag: 'Swap'; row: number; with: number }>;

const places = ['Priority 1: Safe', 'Priority 2: Well', 'Priority 3: Heard'];
/** Nobody is in both: who leads and supports at once is one of the labelled examples. */
const leads = ['Ada Moss', 'Ben Frost'];
const supporters = ['TIDE', 'Vale Council'];

const wordsFor: Readonly<Partial<Record<CopyField, fc.Arbitrary<string>>>> = {
  priority: fc.constantFrom(...places),
  action: fc.constantFrom('Mend the pier', 'Train the guides', 'Open the hall'),
  rating: fc.constantFrom('Red', 'Amber', 'Green', 'Not rated'),
  lead: fc.subarray(leads).map((names) => names.join('; ')),
  support: fc.subarray(supporters).map((names) => names.join('; ')),
  byWhen: fc.constantFrom('by June 2027', 'by March 2028', ''),
  status: fc.constantFrom('open', 'closed'),
  newNote: fc.constantFrom('It goes well', 'Nothing new', ''),
};

const isColumn = (name: string): name is CopyField => Object.hasOwn(wordsFor, name);

const write: fc.Arbitrary<Deed> = fc
  .constantFrom(...Object.entries(wordsFor))
  .chain(([column, words]) =>
    fc.record({
      _tag: fc.constant('Write' as const),
      row: fc.nat(20),
      column: fc.constant(column).filter(isColumn),
      words,
    }),
  );

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: write, weight: 6 },
  { arbitrary: fc.record({ _tag: fc.constant('Delete' as const), row: fc.nat(20) }), weight: 1 },
  {
    arbitrary: fc.record({
      _tag: fc.constant('Add' as const),
      at: fc.nat(20),
      words: fc.constantFrom('Plant a hedge', 'Count the boats', 'Ask the young'),
      rating: fc.constantFrom('', 'Red', 'Green'),
      lead: fc.constantFrom('', 'Ada Moss', 'New Person'),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({ _tag: fc.constant('Swap' as const), row: fc.nat(20), with: fc.nat(20) }),
    weight: 1,
  },
);

export const deeds: fc.Arbitrary<ReadonlyArray<Deed>> = fc.array(deed, { maxLength: 8 });

/** What programs and people do to a copy without editing anything in it. */
export type Layout = Readonly<{
  /** Quotation marks, spaces, capitals and full stops that a program sets for whoever types. */
  isReset: boolean;
  /** The sheet as it was made, kept beside the one that is edited. */
  isTwice: boolean;
  /** A row from which on the table is one of its own, without heads. */
  split: number;
}>;

export const layouts: fc.Arbitrary<Layout> = fc.record({
  isReset: fc.boolean(),
  isTwice: fc.boolean(),
  split: fc.nat(12),
});

/** Rows as a program leaves them that sets words otherwise. */
export const reset = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const respelt = (column: CopyField, words: string): string => {
    switch (column) {
      case 'ref':
        return `${words}.`;
      case 'rating':
      case 'lead':
      case 'status':
        return words.toUpperCase();
      default:
        return words.replaceAll(' ', '\u00a0').replace('t', 't\u00ad');
    }
  };
  return rows.map((row) => ({
    ...row,
    cells: new Map([...row.cells].map(([column, words]) => [column, respelt(column, words)])),
  }));
};

/** The rows after a deed. */
const done = (rows: ReadonlyArray<Row>, one: Deed, who: string): ReadonlyArray<Row> => {
  const at = (place: number): number => (rows.length === 0 ? 0 : place % rows.length);
  switch (one._tag) {
    case 'Write':
      return rows.map((row, place) =>
        place === at(one.row)
          ? { ...row, cells: new Map([...row.cells, [one.column, one.words]]) }
          : row,
      );
    case 'Delete':
      return rows.filter((_, place) => place !== at(one.row));
    case 'Add': {
      const cells: ReadonlyArray<readonly [CopyField, string]> = [
        ['action', `${one.words} (${who})`],
        ['priority', 'Priority 2: Well'],
        ['rating', one.rating],
        ['lead', one.lead],
      ];
      return [...rows.slice(0, one.at), { id: null, cells: new Map(cells) }, ...rows.slice(one.at)];
    }
    case 'Swap': {
      const [a, b] = [at(one.row), at(one.with)];
      return rows.map((row, place) => (place === a ? rows[b] : place === b ? rows[a] : row) ?? row);
    }
  }
};

/** The rows as somebody leaves them. */
export const edited = (
  rows: ReadonlyArray<Row>,
  all: ReadonlyArray<Deed>,
  who: string,
): ReadonlyArray<Row> => all.reduce((left, one) => done(left, one, who), rows);
