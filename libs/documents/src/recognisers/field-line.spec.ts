import { describe, expect, it } from 'vitest';
import { readFieldLine } from './field-line.ts';
import { fieldMeaningOf } from './field-meaning.ts';

const read = (words: string) => {
  const { before, fields } = readFieldLine(words);
  return [before, fields.map(({ meaning, value }) => [meaning, value])];
};

describe('given a line with fields in it', () => {
  it.each([
    ['Lead: Jo Hart', ['', [['lead', 'Jo Hart']]]],
    ['LEAD OFFICER : Jo Hart', ['', [['lead', 'Jo Hart']]]],
    [
      'Open the hall (Lead: Jo Hart; by: June 2027)',
      [
        'Open the hall',
        [
          ['lead', 'Jo Hart'],
          ['timescale', 'June 2027'],
        ],
      ],
    ],
    [
      'Open the hall. Who: Jo Hart. By when: June 2027. RAG: Amber',
      [
        'Open the hall.',
        [
          ['lead', 'Jo Hart.'],
          ['timescale', 'June 2027.'],
          ['rating', 'Amber'],
        ],
      ],
    ],
    ['Status:', ['', [['rating', '']]]],
  ])('when it is "%s" then they are told from what stands before', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each(['Ask the council to lead: they agreed', 'Reading: a plan', 'Open the hall'])(
    'when it is prose, "%s", then it has none',
    (words) => {
      expect(read(words)).toEqual([words, []]);
    },
  );
});

describe('given the head of a column', () => {
  it.each([
    ['Who?', 'lead'],
    ['Lead Officer / Agency', 'lead'],
    ['By when', 'timescale'],
    ['RAG (October)', 'rating'],
    ['No.', 'ref'],
    ['What we will do', 'action'],
    ['Progress to date', 'notes'],
    ['Budget', undefined],
    ['Families', undefined],
  ])('when it is "%s" then it means %s', (name, meaning) => {
    expect(fieldMeaningOf(name)).toBe(meaning);
  });
});
