import { describe, expect, it } from 'vitest';
import { missingNumbersIn } from './missing-numbers.ts';

describe('given the refs of a plan’s actions', () => {
  it.each([
    [['1', '2', '4'], [3]],
    [['3', '1'], [2]],
    [
      ['5', '5', '8'],
      [6, 7],
    ],
    [['2.1', '2.3', '7'], []],
    [[], []],
    [['1', '999999'], []],
  ])('when they are %j then %j are missing', (refs, missing) => {
    expect(missingNumbersIn(refs)).toEqual(missing);
  });
});
