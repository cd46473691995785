import { Ref } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { placesInCell, placesNamed } from './places-in-copy.ts';

const ref = must(Ref);

const named = new Map([
  ['Priority 2: Be healthy', { priority: ref('2') }],
  ['Priority: Be safe', { priority: ref('Be safe') }],
  ['Priority: Housing: for all', { priority: ref('Housing: for all') }],
]);

const prioritiesIn = (words: string) =>
  placesInCell(placesNamed(named, new Map()), words)?.map(({ place }) => place.priority);

describe('the places that a cell of a copy names', () => {
  it.each([
    ['Priority 2: Be healthy', ['2']],
    ['Priority 2', ['2']],
    ['priority 2', ['2']],
    ['Priority: Be safe', ['Be safe']],
    ['Priority: Housing: for all', ['Housing: for all']],
  ])('given “%s”, then that one', (words, refs) => {
    expect(prioritiesIn(words)).toEqual(refs);
  });

  it.each(['Priority', 'Priority: Housing', 'Priority 3', 'Be safe'])(
    'given “%s”, then none: what two may be called is neither',
    (words) => {
      expect(prioritiesIn(words)).toBeUndefined();
    },
  );
});
