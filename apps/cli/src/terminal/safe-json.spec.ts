import { describe, expect, it } from 'vitest';
import { safeJson } from './run-command.ts';

describe('JSON on a terminal', () => {
  it('given controls and marks of direction in a document, then they are escaped and mean the same', () => {
    const words = 'a\u009b31mb\u202ec\u007f';
    expect(safeJson({ words })).toBe('{\n  "words": "a\\u009b31mb\\u202ec\\u007f"\n}');
    expect(JSON.parse(safeJson({ words }))).toEqual({ words });
  });
});
