import { describe, expect, it } from 'vitest';
import { itemInWords, itemName, refAndTitle } from './item-name.ts';

const long = 'We will help families on low incomes to find services near them';

describe('the name of an item', () => {
  it.each([
    ['2', 'Be healthy', { short: 'Priority 2', title: 'Be healthy' }, 'Priority 2: Be healthy'],
    ['2', '', { short: 'Priority 2', title: '' }, 'Priority 2'],
    ['Be safe', 'Be safe', { short: 'Priority: Be safe', title: '' }, 'Priority: Be safe'],
    [long.slice(0, 60), long, { short: `Priority: ${long}`, title: '' }, `Priority: ${long}`],
    [
      '1',
      '10 safe streets',
      { short: 'Priority 1', title: '10 safe streets' },
      'Priority 1: 10 safe streets',
    ],
  ])('given the ref “%s” and the title “%s”, then it is told once', (ref, title, name, words) => {
    expect(itemName('Priority', ref, title)).toEqual(name);
    expect(itemInWords('Priority', ref, title)).toBe(words);
  });

  it('given a small heading, then its number and its title, or its title alone', () => {
    expect(refAndTitle('2.1', 'Be safe')).toBe('2.1 Be safe');
    expect(refAndTitle('Be safe', 'Be safe')).toBe('Be safe');
  });
});
