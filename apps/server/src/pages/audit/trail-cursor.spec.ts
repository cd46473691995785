import { describe, expect, it } from 'vitest';
import { justBefore, justBehind } from './trail-cursor.ts';

describe('places beside a line of a trail', () => {
  it.each([
    ['812.3', true, '812.4', '812.2'],
    ['812.3', false, '812.2', '812.4'],
    ['812.0', true, '812.1', '811.999999999999999'],
    ['812.0', false, '811.999999999999999', '812.1'],
    ['811.999999999999999', true, '812.0', '811.999999999999998'],
    ['0.0', false, '0.999999999999999', '0.1'],
  ])(
    'given %s, newest first: %s, when they are asked for then %s before and %s behind',
    (cursor, newestFirst, before, behind) => {
      expect(justBefore(cursor, newestFirst)).toBe(before);
      expect(justBehind(cursor, newestFirst)).toBe(behind);
    },
  );
});
