import { describe, expect, it } from 'vitest';
import { serialDateIn } from './serial-date.ts';

describe('given a spreadsheet’s number of a day', () => {
  // As Excel shows them: 25569 is 1 January 1970, and each day counts one.
  it.each([
    ['36526', '2000-01-01'],
    ['45292', '2024-01-01'],
    ['45351', '2024-02-29'],
    ['46203', '2026-06-30'],
    ['46203.5', '2026-06-30'],
    ['73050', '2099-12-31'],
  ])('when it is %s then it is %s', (text, day) => {
    expect(serialDateIn(text)).toBe(day);
  });

  it.each(['', '2027', '25569', '99999', '462030', '£46203', '46203 days', 'June 2026'])(
    'when it is none, "%s", then nothing',
    (text) => {
      expect(serialDateIn(text)).toBeUndefined();
    },
  );
});
