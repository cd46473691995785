import { describe, expect, it } from 'vitest';
import { tooManyRows } from './too-many-rows.ts';

describe('how many rows of a copy are held against what was written', () => {
  it.each([
    [5_000, 0],
    [5_000, 500],
    [8_000, 800],
  ])(
    'given %d rows of a copy of %d, when they are counted, then they are held against it',
    (rows, written) => {
      expect(tooManyRows(rows, written)).toBeUndefined();
    },
  );

  it('given one more than any copy may have, when it is of a small plan, then it is refused with the counts', () => {
    expect(tooManyRows(5_001, 12)).toBe(
      'The file says that it is a copy of this plan, and has 5,001 rows of actions where 12 were written. Accepted are at most 5,000 rows. Import it as any other document instead.',
    );
  });

  it('given more than ten for each that was written, when it is of a large plan, then it is refused', () => {
    expect(tooManyRows(8_001, 800)).toMatch(
      /8,001 rows .* 800 were written\. Accepted are at most 8,000 /u,
    );
  });
});
