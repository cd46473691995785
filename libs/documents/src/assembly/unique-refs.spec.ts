import { describe, expect, it } from 'vitest';
import { slugOf, uniqueRefs } from './unique-refs.ts';

describe('given refs that are wanted one after another', () => {
  it('when one comes again then it gets a number, and no ref is given twice', () => {
    const unique = uniqueRefs();
    expect(['5', '5', '5-2', '5', 'a'].map(unique)).toEqual(['5', '5-2', '5-2-2', '5-3', 'a']);
  });
});

describe('given a heading', () => {
  it('when it becomes part of an id then only letters, digits and hyphens are left', () => {
    expect(slugOf(' 2. Our Children’s Vision – in short! ')).toBe(
      '2-our-childrens-vision-in-short',
    );
    expect(slugOf('—')).toBe('');
    expect(slugOf('word '.repeat(40))).toHaveLength(59);
  });
});
