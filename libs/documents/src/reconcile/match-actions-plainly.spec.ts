import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchActions, type Named, type Recognisable } from './match-actions.ts';

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []);

/** The Dice coefficient, of each pair anew. */
const dice = (a: string, b: string): number => {
  const [left, right] = [wordsIn(a), wordsIn(b)];
  const total = left.size + right.size;
  return total === 0 ? 1 : (2 * left.intersection(right).size) / total;
};

type Score = (proposed: Named, existing: Recognisable) => number | undefined;

const standing = ({ status }: Recognisable): number => (status === 'withdrawn' ? 0 : 0.1);
const sameRef: (...pair: Parameters<Score>) => boolean = (a, b) => a.ref === b.ref;
const sameWords: (...pair: Parameters<Score>) => boolean = (a, b) =>
  a.title.trim() === b.title.trim();

/** The rule as it was first written: every way looks at every pair. */
const ways: ReadonlyArray<Score> = [
  (a, b) => (sameRef(a, b) && sameWords(a, b) ? standing(b) : undefined),
  (a, b) => (sameWords(a, b) ? standing(b) : undefined),
  (a, b) => {
    const score = dice(a.title, b.title);
    return score >= (sameRef(a, b) ? 0.4 : 0.6)
      ? score + standing(b) + (sameRef(a, b) ? 0.2 : 0)
      : undefined;
  },
  (a, b) => (sameRef(a, b) && b.status !== 'withdrawn' ? 1 : undefined),
];

/** By index: which of the plan's each of a document's is, and in which way; -1 where it is new. */
const matchedPlainly = (
  document: ReadonlyArray<Named>,
  plan: ReadonlyArray<Recognisable>,
): ReadonlyArray<readonly [existing: number, way: number]> => {
  const found = new Map<number, readonly [number, number]>();
  const taken = new Set<number>();
  ways.forEach((scoreOf, way) => {
    const pairs: Array<Readonly<{ a: number; b: number; score: number }>> = [];
    document.forEach((proposed, a) => {
      plan.forEach((existing, b) => {
        const score = found.has(a) || taken.has(b) ? undefined : scoreOf(proposed, existing);
        if (score !== undefined) pairs.push({ a, b, score });
      });
    });
    for (const { a, b } of pairs.toSorted((one, other) => other.score - one.score)) {
      if (found.has(a) || taken.has(b)) continue;
      found.set(a, [b, way]);
      taken.add(b);
    }
  });
  return document.map((_, a) => found.get(a) ?? [-1, -1]);
};

const word = fc.constantFrom('open', 'Open', 'the', 'gates', 'park', 'école', '12', 'and', '–');
const title = fc
  .tuple(fc.array(word, { maxLength: 6 }), fc.constantFrom('', ' ', '.'))
  .map(([words, end]) => `${words.join(' ')}${end}`);
const ref = fc.constantFrom('1', '2', '3', '4', '2(i).1', '');
const named: fc.Arbitrary<Named> = fc.record({ ref, title });
const existing = fc.record({
  ref,
  title,
  status: fc.constantFrom('open' as const, 'closed' as const, 'withdrawn' as const),
});

describe('actions that are recognised without looking at every pair', () => {
  it('given any document and any plan, then each is recognised as if every pair had been looked at', () => {
    fc.assert(
      fc.property(
        fc.array(named, { maxLength: 12 }),
        fc.array(existing, { maxLength: 12 }),
        (document, rows) => {
          const plan = rows.map((row, at): Recognisable => ({ ...row, id: `a${at}`, label: '' }));
          const ids = plan.map(({ id }) => id);
          const found = matchActions(document, plan).map(({ existing: own, doubtful }) => [
            own === undefined ? -1 : ids.indexOf(own.id),
            doubtful,
          ]);
          expect(found).toEqual(matchedPlainly(document, plan).map(([at, way]) => [at, way === 3]));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('given thousands of rows that are like nothing, then they are new', () => {
    const plan = Array.from({ length: 500 }, (_, at): Recognisable => ({
      ...{ id: `a${at}`, ref: `${at}`, label: '', status: 'open' },
      title: `Mend pier number ${at} and paint it`,
    }));
    const document = Array.from({ length: 5_000 }, (_, at) => ({
      ref: `x${at}`,
      title: `Wholly other words about matter ${at + 1_000}`,
    }));
    expect(matchActions(document, plan).every(({ existing: own }) => own === undefined)).toBe(true);
  });
});
