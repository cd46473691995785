import { ColumnHead, type ColumnMeaning } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Document } from '../document/document.ts';
import { proposePlan } from '../propose-plan.ts';
import { columnMeaningsOf } from './column-meanings.ts';
import { headsNotIn } from './heads-not-in.ts';
import { tableDocument } from './testing/table-document.ts';

const choicesOf = (chosen: Readonly<Record<string, ColumnMeaning>>) =>
  Object.entries(chosen).map(([head, meaning]) => ({ head: must(ColumnHead)(head), meaning }));

const meanings = (chosen: Readonly<Record<string, ColumnMeaning>>) =>
  columnMeaningsOf(choicesOf(chosen));

const columns = (document: Document, chosen: Readonly<Record<string, ColumnMeaning>> = {}) =>
  proposePlan(document, meanings(chosen)).columns.map(({ head, state, meaning }) => [
    head,
    state,
    meaning,
  ]);

const unnamed = tableDocument([
  ['Thing', 'Where are we', 'Person', 'Finish', 'Latest position'],
  ['Open a family hub', 'Amber', 'M. Fox', 'June 2027', 'Two sites have been looked at.'],
  ['Recruit two wardens', 'Green', 'I. Farrow', 'by March 2027', 'Adverts are out in the press.'],
  ['Train all school governors', 'R', 'Vale Trust', '30/09/2027', 'No trainer was found so far.'],
]);

describe('given a table whose heads say nothing', () => {
  it('when what stands in it looks like actions, then each column is asked about, with a guess', () => {
    expect(columns(unnamed)).toEqual([
      ['Thing', 'asked', 'action'],
      ['Where are we', 'asked', 'rating'],
      ['Person', 'asked', 'lead'],
      ['Finish', 'asked', 'timescale'],
      ['Latest position', 'asked', 'notes'],
    ]);
  });

  it('when a column is asked about, then three whole rows are shown with it, and where it stands', () => {
    const [thing] = proposePlan(unnamed).columns;
    expect(thing?.from).toMatchObject({ words: 'Thing', place: 'table 1, row 1, column 1' });
    expect(thing?.samples).toEqual({
      heads: ['Thing', 'Where are we', 'Person', 'Finish', 'Latest position'],
      rows: [
        ['Open a family hub', 'Amber', 'M. Fox', 'June 2027', 'Two sites have been looked at.'],
        [
          'Recruit two wardens',
          'Green',
          'I. Farrow',
          'by March 2027',
          'Adverts are out in the press.',
        ],
        [
          'Train all school governors',
          'R',
          'Vale Trust',
          '30/09/2027',
          'No trainer was found so far.',
        ],
      ],
    });
  });

  it('when somebody said what some columns mean, then only the others are asked about', () => {
    const chosen = { Thing: 'action', 'Where are we': 'rating', Person: 'nothing' } as const;
    expect(columns(unnamed, chosen)).toEqual([
      ['Thing', 'chosen', 'action'],
      ['Where are we', 'chosen', 'rating'],
      ['Person', 'chosen', 'nothing'],
      ['Finish', 'asked', 'timescale'],
      ['Latest position', 'asked', 'notes'],
    ]);
  });

  it('when somebody said that no column means anything, then nothing is asked again', () => {
    const nothing = ['Thing', 'Where are we', 'Person', 'Finish', 'Latest position'].map(
      (head) => [head, 'nothing'] as const,
    );
    const states = columns(unnamed, Object.fromEntries(nothing)).map(([, state]) => state);
    expect(states).toEqual(nothing.map(() => 'chosen'));
  });
});

describe('given a table of which some heads are known', () => {
  const rows = (heads: ReadonlyArray<string>) => [
    heads,
    ['CYP-1', 'Open a family hub', 'M. Fox', '£12,000', '2026-04-01', '2027-03-31'],
    ['CYP-2', 'Recruit two wardens', 'I. Farrow', '£9,500', '2026-05-01', '2027-06-30'],
  ];

  it('when it is one of actions, then the others are asked about; a second date is not guessed at', () => {
    const document = tableDocument(rows(['Our mark', 'Action', 'Who', 'Cost', 'Start', 'By when']));
    expect(columns(document)).toEqual([
      ['Our mark', 'asked', 'ref'],
      ['Action', 'named', 'action'],
      ['Who', 'named', 'lead'],
      ['Cost', 'asked', 'nothing'],
      ['Start', 'asked', 'nothing'],
      ['By when', 'named', 'timescale'],
    ]);
  });

  it('when none of them is the action, then the column with sentences is asked about', () => {
    const document = tableDocument(rows(['No', 'Piece of work', 'Who', 'Cost', 'Start', 'Due']));
    expect(columns(document)[1]).toEqual(['Piece of work', 'asked', 'action']);
  });

  it('when the sentences stand under a name of another kind, then that one is asked about too', () => {
    const document = tableDocument(rows(['No', 'Objective', 'Who', 'Cost', 'Start', 'Due']));
    expect(columns(document)[1]).toEqual(['Objective', 'asked', 'action']);
    const chosen = columns(document, { Objective: 'action', Cost: 'nothing' });
    expect(chosen).toEqual([
      ['No', 'named', 'ref'],
      ['Objective', 'chosen', 'action'],
      ['Who', 'named', 'lead'],
      ['Cost', 'chosen', 'nothing'],
      ['Start', 'asked', 'nothing'],
      ['Due', 'named', 'timescale'],
    ]);
  });

  it('when one holds numbers, then those that rise number the rows, and others are sums', () => {
    const document = tableDocument([
      ['Action', 'Who', 'Line', 'Pounds'],
      ['Open a family hub', 'M. Fox', '3', '1200'],
      ['Recruit two wardens', 'I. Farrow', '7', '90'],
      ['Train all governors', 'V. Poole', '12', '400'],
    ]);
    expect(columns(document).slice(2)).toEqual([
      ['Line', 'asked', 'ref'],
      ['Pounds', 'asked', 'nothing'],
    ]);
  });

  it('when a column is empty, or has no head, then it is not asked about', () => {
    const document = tableDocument([
      ['Action', 'Who', '', 'Evidence'],
      ['Open a family hub', 'M. Fox', 'yes', ''],
      ['Recruit two wardens', 'I. Farrow', 'no', ''],
    ]);
    expect(columns(document).map(([head]) => head)).toEqual(['Action', 'Who']);
  });
});

describe('given ratings that are nothing but colours', () => {
  it('when their column has no known head, then it is guessed to be the rating, and the colour is said', () => {
    const document = tableDocument([
      ['Action', 'Position'],
      ['Open a family hub', { text: '', hex: '#FFC000' }],
      ['Recruit two wardens', { text: '', hex: '#00B050' }],
      ['Train all governors', ''],
    ]);
    const read = proposePlan(document, meanings({ Action: 'action' })).columns;
    expect(read.map(({ meaning }) => meaning)).toEqual(['action', 'rating']);
    expect(read[1]?.samples.rows).toEqual([
      ['Open a family hub', '(coloured #FFC000)'],
      ['Recruit two wardens', '(coloured #00B050)'],
    ]);
  });
});

describe('given heads of two rows', () => {
  const table = (group: string) =>
    tableDocument([
      [{ text: 'Action', rows: 2 }, { text: group, columns: 2 }, null, { text: 'Who', rows: 2 }],
      [null, 'Spring', 'Autumn', null],
      ['Open a family hub', 'Amber', 'Green', 'M. Fox'],
      ['Recruit two wardens', 'Red', 'Amber', 'I. Farrow'],
    ]);

  it('when the group says nothing, then each column below it is asked about by the words of both', () => {
    expect(columns(table('Where'))).toEqual([
      ['Action', 'named', 'action'],
      ['Where Spring', 'asked', 'rating'],
      ['Where Autumn', 'asked', 'nothing'],
      ['Who', 'named', 'lead'],
    ]);
  });

  it.each([
    [{ 'Where Autumn': 'rating' } as const, ['Green', 'Amber'], ['asked', 'chosen']],
    [{ Spring: 'rating' } as const, ['Amber', 'Red'], ['chosen', 'asked']],
    [{ Where: 'rating' } as const, ['Green', 'Amber'], ['chosen', 'chosen']],
  ])('when somebody said %j, then that is read', (chosen, ratings, states) => {
    const plan = proposePlan(table('Where'), meanings(chosen));
    expect(plan.actions.map(({ rating }) => rating)).toEqual(ratings);
    expect(plan.columns.slice(1, 3).map(({ state }) => state)).toEqual(states);
    expect(headsNotIn(table('Where'), plan, choicesOf(chosen))).toBeUndefined();
  });

  it('when the group says it, then nothing is asked', () => {
    expect(columns(table('RAG')).map(([, state]) => state)).toEqual([
      'named',
      'named',
      'named',
      'named',
    ]);
  });
});

describe('given tables that are not of actions', () => {
  it.each([
    [
      'figures',
      [
        ['Measure', 'Last year', 'This year'],
        ['Families helped', '24', '30'],
        ['Visits made', '110', '130'],
      ],
    ],
    [
      'a list of members',
      [
        ['Member', 'From'],
        ['M. Fox', 'Harbour Council'],
        ['I. Farrow', 'Vale Trust'],
      ],
    ],
    [
      'no heads',
      [
        ['Open a family hub.', 'Amber', 'M. Fox'],
        ['Recruit two wardens.', 'Green', 'I. Farrow'],
        ['Train all governors.', 'Red', 'V. Poole'],
      ],
    ],
    [
      'a single row below its heads',
      [
        ['Thing', 'Where are we', 'Person'],
        ['Open a family hub', 'Amber', 'M. Fox'],
      ],
    ],
  ])('when one holds %s, then nothing is asked about it', (_, rows) => {
    expect(columns(tableDocument(rows))).toEqual([]);
  });
});

describe('given a file that Trackrecord wrote', () => {
  it('when it comes back, then nothing is asked about its columns', () => {
    const properties = {
      ...{ 'Trackrecord.plan': 'harbour', 'Trackrecord.ordinal': '812' },
      ...{ 'Trackrecord.asOf': '2026-06-30', 'Trackrecord.form': 'workbook' },
    };
    expect(columns(unnamed)).toHaveLength(5);
    expect(columns({ ...unnamed, properties })).toEqual([]);
  });
});

describe('given several tables', () => {
  it('when they have the same heads, then each is asked about once', () => {
    const rows = [
      ['Thing', 'Where are we', 'Person'],
      ['Open a family hub', 'Amber', 'M. Fox'],
      ['Recruit two wardens', 'Green', 'I. Farrow'],
    ];
    const again = [['THING', 'Where are we?', 'Person'], ...rows.slice(1)];
    expect(columns(tableDocument(rows, again)).map(([head]) => head)).toEqual([
      'Thing',
      'Where are we',
      'Person',
    ]);
  });

  it('when a title stands above the heads, then the heads are found below it', () => {
    const document = tableDocument([
      ['Our plan for the year'],
      ['Thing', 'Where are we', 'Person'],
      ['Open a family hub', 'Amber', 'M. Fox'],
      ['Recruit two wardens', 'Green', 'I. Farrow'],
    ]);
    expect(columns(document).map(([, , meaning]) => meaning)).toEqual(['action', 'rating', 'lead']);
  });
});
