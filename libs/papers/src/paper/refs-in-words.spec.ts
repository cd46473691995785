import { describe, expect, it } from 'vitest';
import { refsInWords } from './refs-in-words.ts';

describe('many refs in a sentence', () => {
  it.each<readonly [ReadonlyArray<string>, string]>([
    [[], ''],
    [['7'], '7'],
    [['1', '2'], '1 and 2'],
    [['1', '2', '3'], '1 – 3'],
    [['1', '2', '3', '5', '7', '8', '9', '10'], '1 – 3, 5 and 7 – 10'],
    [['7a', '7b', '8'], '7a, 7b and 8'],
    [['2(i).1', '2(i).2', '2(i).3', '2(ii).4'], '2(i).1 – 2(i).3 and 2(ii).4'],
    [['1.9', '1.10', '1.11', '2.12'], '1.9 – 1.11 and 2.12'],
    [['3', '2', '1'], '3, 2 and 1'],
    [['Pier', 'Quay'], 'Pier and Quay'],
    // A number as it is written: nothing is counted on from "09".
    [['08', '09', '10'], '08, 09 and 10'],
  ])('given %j, then "%s"', (refs, words) => {
    expect(refsInWords(refs)).toBe(words);
  });
});
