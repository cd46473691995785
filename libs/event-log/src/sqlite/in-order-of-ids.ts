import type { EventPlace } from './event-place.ts';

/** So many at once that a key, 32 bits of an id and a number among them, is a whole number that a double holds. */
const together = 2 ** 20;

/**
 * Places in the order of the first 32 bits of their ids: near enough to the index's own order. Sorted as numbers,
 * which takes a third of the time that comparing texts does.
 */
export const inOrderOfIds = (places: ReadonlyArray<EventPlace>): ReadonlyArray<EventPlace> => {
  if (places.length > together) {
    return [places.slice(0, together), places.slice(together)].flatMap(inOrderOfIds);
  }
  const count = places.length;
  const keys = Float64Array.from(
    places,
    ({ id }, number) => Number.parseInt(id.slice(0, 8), 16) * count + number,
  );
  return Array.from(keys.sort()).flatMap((key) => places[key % count] ?? []);
};
