import { describe, expect, it } from 'vitest';
import { printed } from './printed.ts';

describe('a message as it is printed for people', () => {
  it('given dates and quotation marks of programs, then those that people write', () => {
    expect(printed('The plan\'s period "2026 – 2028" is read as 2026-01-01 to 2028-12-31.')).toBe(
      'The plan’s period “2026 – 2028” is read as 1 January 2026 to 31 December 2028.',
    );
  });

  it('given what is no date, and a mark that stands alone, then they stay', () => {
    expect(printed('2026-02-31 is 5" wide')).toBe('2026-02-31 is 5" wide');
  });
});
