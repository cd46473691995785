import { describe, expect, it } from 'vitest';
import { recogniseActionLabel } from './action-label.ts';

const read = (words: string) => {
  const label = recogniseActionLabel(words);
  return label._tag === 'None'
    ? undefined
    : [label.value.style, label.value.label, label.value.number, label.value.rest];
};

describe('given the beginning of a line', () => {
  it.each([
    ['Action 12. Open the hall', ['word', 'Action 12.', '12', 'Open the hall']],
    ['ACTION 12: Open the hall', ['word', 'ACTION 12:', '12', 'Open the hall']],
    ['Action no. 3 – Sing', ['word', 'Action no. 3 –', '3', 'Sing']],
    ['Action 7', ['word', 'Action 7', '7', '']],
    ['1.2.3 Paint it', ['dotted', '1.2.3', '1.2.3', 'Paint it']],
    ['1.2. Paint it', ['dotted', '1.2.', '1.2', 'Paint it']],
    ['EH4. Paint it', ['dotted', 'EH4.', 'EH4', 'Paint it']],
    ['3a) Paint it', ['dotted', '3a)', '3a', 'Paint it']],
    ['12. Paint it', ['number', '12.', '12', 'Paint it']],
    ['12) Paint it', ['number', '12)', '12', 'Paint it']],
    ['(12) Paint it', ['number', '(12)', '12', 'Paint it']],
    ['· Paint it', ['bullet', '·', undefined, 'Paint it']],
    ['- Paint it', ['bullet', '-', undefined, 'Paint it']],
    ['a) Paint it', ['bullet', 'a)', undefined, 'Paint it']],
  ])('when it is "%s" then its label is told from its words', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    'Action plan',
    'Actions',
    'Action 2026/27 review',
    '12 drummers',
    '3.5% more',
    '2026',
    'Paint it',
    '',
  ])('when it is "%s" then it has none', (words) => {
    expect(read(words)).toBeUndefined();
  });
});
