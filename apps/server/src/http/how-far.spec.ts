import { describe, expect, it } from 'vitest';
import { howFarIs, tellHowFar } from './how-far.ts';

const word = '0b5f7a52-6f0e-4a39-9c1e-3c1f3a1d2b4c';

describe('how far a document has come', () => {
  it('given what was told last, then that', () => {
    tellHowFar(word, { doing: 'sending', share: 0.5 });
    tellHowFar(word, { doing: 'reading', share: 0.25 });
    expect(howFarIs(word)).toEqual({ doing: 'reading', share: 0.25 });
  });

  it.each([
    ['an empty field', ''],
    ['no field', undefined],
    ['a field that stands twice', [word, word]],
    ['a word with more to it', `${word} and more`],
    ['words without end', 'a'.repeat(100_000)],
  ])('given %s, then nothing is kept by it', (_what, field) => {
    tellHowFar(field, { doing: 'reading', share: 1 });
    expect(howFarIs(field)).toBeUndefined();
  });
});
