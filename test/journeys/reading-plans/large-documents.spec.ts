import { describe, expect, it } from 'vitest';
import { planOf } from './plan-of.ts';

const size = 512 * 1024;

const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));

/**
 * Texts on which a rule that looks back and forth would take the square of their length: hours, not seconds.
 * The time limit is far above what a slow machine needs and far below what that would take.
 */
const timeLimit_ms = 10_000;

describe('given half a mebibyte of text of one awkward kind', () => {
  it.each([
    ['one word', filled('a')],
    ['one line of words', filled('word ')],
    ['one line of names', filled('Anna and ')],
    ['one line of spaces', `x${filled(' ')}y`],
    ['one line of tabs', `x${filled('\t')}y`.slice(0, size / 4)],
    ['one line of opening brackets', filled('(')],
    ['one line of dates', filled('12/12/2012 ')],
    ['one line of months', filled('Jan ')],
    ['one line of field names', `Action 1. ${filled('Lead: ')}`],
    ['one line of references', filled('See A B C D E F G H I ')],
    ['one line of appendices', `Appendix ${filled('1, ')}`],
    ['one line of colours', `Action 1. ${filled('red ')}`],
    [
      'priorities',
      Array.from({ length: 20_000 }, (_, at) => `Priority ${String(at)}: Better\n`).join(''),
    ],
    ['outcomes', filled('Being Healthy\n')],
    ['results of one priority', `Priority 1: x\nResult:\n${filled('· better\n')}`],
    ['actions of one number', filled('Action 5. the same\n')],
    ['notes of one action', `Action 1. x\nNotes: y\n${filled('Anna to update\n')}`],
    ['cells of one row', `\tAction\n\tRAG\n\n${filled('\tx\n')}`],
    ['rows of one cell', filled('\tx\n\n')],
    ['terms', `Glossary\n${filled('ABC\nAnother Better Chance\n')}`],
  ])(
    'when it is %s then it is read in the time of its length',
    (_, text) => {
      expect(planOf(text).accounts.length).toBeGreaterThan(0);
    },
    timeLimit_ms,
  );
});

describe('given an action whose number is far from the others', () => {
  it('when read then the numbers between are not listed one by one', () => {
    expect(planOf('Action 1. Begin\nAction 99999. End\n').missingNumbers).toEqual([]);
  });
});
