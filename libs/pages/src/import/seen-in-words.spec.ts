import { describe, expect, it } from 'vitest';
import { seenInWords } from './seen-in-words.ts';

describe('what was seen in a text', () => {
  it('given blocks, then how many of which kind, and how it begins', () => {
    expect(
      seenInWords([
        { kind: 'heading', text: 'Minutes' },
        { kind: 'paragraph', text: 'a'.repeat(130) },
        { kind: 'list item', text: 'one' },
        { kind: 'cell', text: '', table: { table: 1 } },
        { kind: 'cell', text: 'two', table: { table: 2 } },
      ]),
    ).toEqual([
      '1 paragraph, 1 heading, 1 item of a list and 2 cells in 2 tables.',
      'It begins: “Minutes”',
      `Then: “${'a'.repeat(120)}…”`,
      'Then: “one”',
    ]);
  });
});
