import { describe, expect, it } from 'vitest';
import { paragraphsOf, type Vocabulary } from './paragraphs.ts';
import type { TextLine } from './text-lines.ts';

/** A line of a cell that is 50 points wide, as much of it empty behind its words as is said; letters take 5. */
const line = (text: string, y: number, room: number): TextLine => ({
  y,
  size: 10,
  segments: [
    { text, left: 0, right: 50 - room, firstWidth: 5 * (text.split(' ')[0]?.length ?? 0) },
  ],
});

const vocabulary: Vocabulary = {
  all: new Set(['partners', 'hub', 'the']),
  amid: new Set(['hub', 'the']),
};

describe('words of a narrow cell that go on with the next line', () => {
  it.each([
    ['a whole word that stands elsewhere', 'Partner', 's', 2, 'Partners'],
    ['letters that are no word', 'Midwifer', 'y and more', 2, 'Midwifery and more'],
    ['what stands behind a sign', '(Childr', 'en’s', 2, '(Children’s'],
    ['a word of the document', 'Working', 'hub', 2, 'Working hub'],
    ['a short word', 'trained', 'yet', 2, 'trained yet'],
    ['a longer word', 'Children', 'services', 2, 'Children services'],
    ['a name', 'Head', 'Amos', 2, 'Head Amos'],
    ['letters where there was room for them', 'Partner', 's', 9, 'Partner s'],
    ['letters after more than one word', 'A partner', 's', 2, 'A partner s'],
  ])('given %s, then it is one word or two', (_what, first, second, room, words) => {
    const lines = [line(first, 100, room), line(second, 112, 20)];
    expect(paragraphsOf(lines, vocabulary, 50).map(({ text }) => text)).toEqual([words]);
  });
});
