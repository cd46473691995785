import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './paging.ts';

type Line = Readonly<{ ordinal: number; text: string }>;

/** Lines in the order of recording, several of some events. */
const lines: fc.Arbitrary<ReadonlyArray<Line>> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })))
  .map((events) => {
    const ordinals = events.reduce<ReadonlyArray<number>>(
      (so, [step]) => [...so, (so.at(-1) ?? 0) + step],
      [],
    );
    return ordinals.flatMap((ordinal, place) =>
      Array.from({ length: events[place]?.[1] ?? 0 }, (_, index) => ({
        ordinal,
        text: `${ordinal}/${index}`,
      })),
    );
  });

const ordinalOf = ({ ordinal }: Line): number => ordinal;

const allPages = (
  all: ReadonlyArray<Line>,
  limit: number,
  after?: string,
): ReadonlyArray<ReadonlyArray<Line>> => {
  const { page, next } = pageOf(all, ordinalOf, { limit, after });
  return [page, ...(next === undefined ? [] : allPages(all, limit, next))];
};

describe('pages of a list', () => {
  it('given any list and any length of page, then they are the list, none longer than asked for, none in vain', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 7 }), (all, limit) => {
        const pages = allPages(all, limit);
        expect(pages.flat()).toEqual(all);
        expect(pages.every((page) => page.length <= limit)).toBe(true);
        expect(pages.slice(1).every((page) => page.length > 0)).toBe(true);
      }),
    );
  });

  it('given an ordinal alone, then what was recorded after it', () => {
    const all = [1, 1, 2, 5].map((ordinal, place) => ({ ordinal, text: String(place) }));
    const { page } = pageOf(all, ordinalOf, { limit: 10, after: '1' });
    expect(page.map(ordinalOf)).toEqual([2, 5]);
  });

  it('given lines that come between two pages, then the next one goes on where the first ended', () => {
    const before = [1, 2, 3].map((ordinal) => ({ ordinal, text: '' }));
    const { next } = pageOf(before, ordinalOf, { limit: 2, after: undefined });
    const { page } = pageOf([...before, { ordinal: 4, text: '' }], ordinalOf, {
      limit: 2,
      after: next,
    });
    expect(page.map(ordinalOf)).toEqual([3, 4]);
  });
});
