import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryOf } from './directory.ts';
import { isOneEditApart } from './one-edit-apart.ts';
import type { PartyState } from './party-state.ts';
import { type Likeness, possibleDuplicates } from './possible-duplicates.ts';

const party = (
  id: string,
  name: string,
  kind: PartyState['kind'] = 'person',
  mergedInto: string | null = null,
): PartyState => ({
  ...{ id, name, kind, mergedInto, organisations: [], boardRoles: [] },
  ...{ address: null, addressAt: null, declines: false },
});

const likenessOf = (a: string, b: string, kind: PartyState['kind']): Likeness | undefined =>
  possibleDuplicates(directoryOf([party('p-1', a, kind), party('p-2', b, kind)]))[0]?.likeness;

describe('people who may be one', () => {
  it.each<[string, string, Likeness]>([
    ['Mary Reed', 'mary reed', 'same words'],
    ['M. Reed', 'M Reed', 'same words'],
    ['Mary O’Neil', "Mary O'Neil", 'same words'],
    ['Mary O’Neil', 'Mary ONeil', 'same words'],
    ['Chloë Hart', 'Chloe Hart', 'same words'],
    ['Dr Mary Reed', 'Mary Reed', 'same words'],
    ['Cllr. Reed', 'Reed', 'same words'],
    ['Reed, Mary', 'Mary Reed', 'same words'],
    ['Mary Reed (Health)', 'Mary Reed', 'same words'],
    ['Anna-Lena Hart', 'Anna Lena Hart', 'same words'],
    ['Reed Mary', 'Mary Reed', 'other order'],
    ['M. Reed', 'Mary Reed', 'initials'],
    ['M J Reed', 'Mary Jane Reed', 'initials'],
    ['M. Reed', 'Mary Jane Reed', 'initials'],
    ['Mary J. Reed', 'M. Jane Reed', 'initials'],
    ['Katherine Holt', 'Catherine Holt', 'one letter'],
    ['Mary Johnson', 'Mary Jonson', 'one letter'],
    ['Mary Johnson', 'Mary Jonhson', 'one letter'],
  ])('given %s and %s, then perhaps: %s', (a, b, likeness) => {
    expect(likenessOf(a, b, 'person')).toBe(likeness);
    expect(likenessOf(b, a, 'person')).toBe(likeness);
  });

  it.each([
    // Short words: one letter makes another name of them.
    ['Mary Reed', 'Mary Read'],
    ['Mary Reed', 'Mark Reed'],
    ['Joan Smith', 'Jean Smith'],
    ['M. Reed', 'A. Reed'],
    ['M. Reed', 'M. Holt'],
    ['Mary Reed', 'Martha Reed'],
    ['M J Reed', 'Mary Ann Reed'],
    ['Daniel Hart', 'Daniela Hart'],
    ['Louis Marsh', 'Louise Marsh'],
    // A surname alone may be anybody's.
    ['Reed', 'Mary Reed'],
    // Two slips at once.
    ['Katherine Jonson', 'Catherine Johnson'],
    ['Cllr', 'Dr'],
  ])('given %s and %s, then two', (a, b) => {
    expect(likenessOf(a, b, 'person')).toBeUndefined();
  });
});

describe('organisations that may be one', () => {
  it.each<[string, string, Likeness]>([
    ['Harbour Council', 'HARBOUR COUNCIL', 'same words'],
    ['The Harbour Council', 'Harbour Council', 'same words'],
    ['Health & Care Board', 'Health and Care Board', 'same words'],
    ["Harbour Children's Trust", 'Harbour Childrens Trust', 'same words'],
    ['Harbour Primary Care Trust (PCT)', 'Harbour Primary Care Trust', 'same words'],
    ['University of Harbour', 'Harbour University', 'other order'],
    ['Harbour Council', 'Harbour Councli', 'one letter'],
    ['Harbour Youth Centre', 'Harbour Youth Center', 'one letter'],
    ['Harbour Service', 'Harbour Services', 'one letter'],
    ['HVVA', 'Harbour Valley Voluntary Alliance', 'acronym'],
    ['H.V.V.A.', 'Harbour and Valley Voluntary Alliance', 'acronym'],
    ['DOE', 'Department of Education', 'acronym'],
  ])('given %s and %s, then perhaps: %s', (a, b, likeness) => {
    expect(likenessOf(a, b, 'organisation')).toBe(likeness);
    expect(likenessOf(b, a, 'organisation')).toBe(likeness);
  });

  it.each([
    ['North Harbour School', 'South Harbour School'],
    ['St Mary’s School', 'St Mark’s School'],
    ['Ward 2008 Group', 'Ward 2009 Group'],
    ['Harbour Council', 'Harbour County Council'],
    ['Harbour Junior School', 'Harbour Infant School'],
    ['HC', 'Harbour Council'],
    ['Police', 'Harbour Police'],
  ])('given %s and %s, then two', (a, b) => {
    expect(likenessOf(a, b, 'organisation')).toBeUndefined();
  });
});

describe('a directory', () => {
  it('given spellings that were merged, then they are one already, and the others are held against each of them', () => {
    const directory = directoryOf([
      party('p-1', 'Mary Reed'),
      party('p-2', 'Marie Read', 'person', 'p-1'),
      party('p-3', 'M. Read'),
      party('p-4', 'Ann Lee'),
    ]);
    expect(possibleDuplicates(directory)).toEqual([
      {
        parties: [
          { id: 'p-1', name: 'Mary Reed' },
          { id: 'p-3', name: 'M. Read' },
        ],
        likeness: 'initials',
      },
    ]);
  });

  it('given several reasons, then each pair once, by the surest; the surest pairs first', () => {
    const directory = directoryOf([
      party('p-1', 'M. Reed'),
      party('p-2', 'Mary Reed'),
      party('p-3', 'MARY REED'),
    ]);
    expect(
      possibleDuplicates(directory).map(({ parties: [a, b], likeness }) => [a.id, b.id, likeness]),
    ).toEqual([
      ['p-2', 'p-3', 'same words'],
      ['p-1', 'p-2', 'initials'],
      ['p-1', 'p-3', 'initials'],
    ]);
  });

  it('given a person and an organisation of one name, then perhaps one that was read as the other', () => {
    const directory = directoryOf([
      party('p-1', 'Harbour Council', 'organisation'),
      party('p-2', 'Harbour council'),
    ]);
    expect(possibleDuplicates(directory).map(({ likeness }) => likeness)).toEqual(['same words']);
  });

  it('given nobody, or names of signs alone, then none', () => {
    expect(possibleDuplicates(directoryOf([]))).toEqual([]);
    expect(possibleDuplicates(directoryOf([party('p-1', '???')]))).toEqual([]);
  });

  it('given any names, then none is left out that a look at every pair finds', () => {
    const names = fc.array(
      fc
        .tuple(
          fc.constantFrom('Mary', 'M.', 'Katherine', 'Catherine', 'Kathrine', 'Dr Ann', ''),
          fc.constantFrom('Reed', 'Johnson', 'Jonson', 'Jonhson', 'Hart-Lee'),
        )
        .map((parts) => parts.join(' ').trim()),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(names, (some) => {
        const all = some.map((name, place) => party(`p-${place}`, name));
        const together = possibleDuplicates(directoryOf(all)).map(
          ({ parties: [a, b], likeness }) => `${a.id} ${b.id} ${likeness}`,
        );
        const pairwise = all.flatMap((a, place) =>
          all
            .slice(place + 1)
            .flatMap((b) =>
              possibleDuplicates(directoryOf([a, b])).map(
                ({ parties: [one, other], likeness }) => `${one.id} ${other.id} ${likeness}`,
              ),
            ),
        );
        expect(together.toSorted()).toEqual(pairwise.toSorted());
      }),
    );
  });
});

describe('one edit apart', () => {
  it.each([
    ['council', 'councli', true],
    ['council', 'councl', true],
    ['council', 'councill', true],
    ['council', 'kouncil', true],
    ['council', 'counzil', true],
    ['council', 'council', false],
    ['council', 'counsell', false],
    ['council', 'cuoncli', false],
    ['ab', 'ba', true],
    ['abc', 'cba', false],
    ['', 'a', true],
    ['', '', false],
  ])('given %s and %s, then %s', (a, b, expected) => {
    expect(isOneEditApart(a, b)).toBe(expected);
    expect(isOneEditApart(b, a)).toBe(expected);
  });

  it('given any two words, then as the table of their edits says', () => {
    /** The other implementation: the full table of distances with swaps of neighbours. */
    const distance = (a: string, b: string): number => {
      const rows = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
      );
      const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
      for (let i = 1; i <= a.length; i += 1) {
        for (let j = 1; j <= b.length; j += 1) {
          const cost = a[i - 1] === b[j - 1] ? 0 : 1;
          const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
          const row = rows[i];
          if (row !== undefined) {
            row[j] = Math.min(
              at(i - 1, j) + 1,
              at(i, j - 1) + 1,
              at(i - 1, j - 1) + cost,
              swapped ? at(i - 2, j - 2) + 1 : Infinity,
            );
          }
        }
      }
      return at(a.length, b.length);
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEditApart(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 1000 },
    );
  });
});
