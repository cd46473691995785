import { describe, expect, it } from 'vitest';
import { linksOf, numbered } from './numbered.ts';
import { shortened, slugOf } from './words-of.ts';

// The hashes are those of sha256sum, of the words in lower case with hyphens between them.
describe('given words that are to be an id', () => {
  it('when they fit then the id is what they look like, whatever their case and punctuation', () => {
    expect(slugOf('NI 50')).toBe('ni-50');
    expect(slugOf('  “Teenage Pregnancy” – under 18s. ')).toBe('teenage-pregnancy-under-18s');
    expect(slugOf('—')).toBe('x');
  });

  it('when they are long then they are cut and end in a hash: two are never the same for a like beginning', () => {
    const registered = 'Proportion of children under five who are registered with a dentist in the';
    expect(slugOf(`${registered} Harbour`)).toBe(
      'proportion-of-children-under-five-who-are-registere-fa4e18e5',
    );
    expect(slugOf(`${registered} Vale`)).toBe(
      'proportion-of-children-under-five-who-are-registere-c7b90cf1',
    );
  });

  it('when they have letters or symbols beyond a slug’s then the hash stands for these', () => {
    expect(slugOf('Дети')).toBe('x-d6f039c0');
    expect(slugOf('Obesity < 5%')).toBe('obesity-5-37f582c2');
    expect(slugOf('Obesity > 5%')).toBe('obesity-5-555251de');
    expect(slugOf('École')).toBe('ecole-f0f772e1');
  });

  it('when there is room for fewer characters then no more are taken', () => {
    expect(slugOf('word '.repeat(40), 38).length).toBeLessThanOrEqual(38);
    expect(shortened('a'.repeat(40), 40)).toBe('a'.repeat(40));
    expect(shortened('a'.repeat(41), 40)).toMatch(/^a{31}-[0-9a-f]{8}$/);
  });
});

describe('given ids that are wanted one after another', () => {
  it('when one comes again then it gets a number that no other has', () => {
    expect(numbered(['a', 'a', 'a-2'])).toEqual(['a', 'a-2', 'a-2-2']);
    const from = { block: 1, line: 1, words: '' };
    expect(
      linksOf(
        ['Appendix 9', 'Appendix 9', 'Appendix 9-2'].map((asWritten) => ({ asWritten, from })),
      ),
    ).toEqual(['appendix-9', 'appendix-9-2', 'appendix-9-2-2']);
  });
});
