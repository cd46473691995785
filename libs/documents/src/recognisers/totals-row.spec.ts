import { describe, expect, it } from 'vitest';
import { isTotalsRow } from './totals-row.ts';

describe('given a row of a table of actions', () => {
  it.each([
    [['Total', '', '12']],
    [['', 'Total actions: 12', '']],
    [['Grand total', '£4,000', '75%']],
    [['Sub-total', '', '3']],
    [['Totals', 'Red: 2', 'Amber: 4', 'Green: 6']],
    [['Total', '4 actions', '', '3 rated']],
    [['Red', '2']],
    [['Number of red', '2', '17%']],
    [['Red: 2', 'Amber: 4']],
    [['1', '2', '3', '4']],
  ])('when its words are %j then it sums up', (texts) => {
    expect(isTotalsRow(texts, true)).toBe(true);
  });

  it.each([
    [['', '', '']],
    [['3', 'Total refurbishment of the hall', 'J Fox']],
    [['3', 'Complete', 'J Fox']],
    [['3', 'Complete']],
    [['Totally free swimming', 'Council', '']],
    [['Green', '']],
    [['Total', 'Four actions of the board']],
    [['7', 'Plant 40 trees', '2027']],
  ])('when its words are %j then it does not', (texts) => {
    expect(isTotalsRow(texts, true)).toBe(false);
  });

  it('when it goes on about the action above it then figures beside a rating are no sum', () => {
    expect(isTotalsRow(['Green', '400'], false)).toBe(false);
    expect(isTotalsRow(['Total', '400'], false)).toBe(true);
  });
});
