import { describe, expect, it } from 'vitest';
import { wordsId } from '../testing/words-event.ts';
import type { EventPlace } from './event-place.ts';
import { inOrderOfIds } from './in-order-of-ids.ts';

const place = (n: number): EventPlace => ({
  id: wordsId(n),
  position: n + 1,
  stream: 1,
  revision: n,
});

describe('places in the order of their ids', () => {
  it.each([0, 1, 2, 1000])(
    'given %i of them, then each is there once, lowest id first',
    (count) => {
      const places = Array.from({ length: count }, (_, n) => place(n));
      // The ids differ in their first 32 bits, so their order as texts is the whole order.
      const expected = places.map(({ id }) => id).sort();
      expect(inOrderOfIds(places).map(({ id }) => id)).toEqual(expected);
    },
  );

  it('given ids that begin alike, then each is there once, first come first', () => {
    const places = [1, 2, 3].map((n) => ({ ...place(n), id: wordsId(7) }));
    expect(inOrderOfIds(places)).toEqual(places);
  });
});
