import type { ColumnMeaning } from '@trackrecord/domain';
import type { ColumnKind } from './kind-of-column.ts';

const guessOf = (kind: ColumnKind, taken: ReadonlySet<ColumnMeaning>): ColumnMeaning => {
  switch (kind) {
    case 'rating':
    case 'timescale':
    case 'ref':
      // The second of them is another date, an earlier rating: which is which, no cell says.
      return taken.has(kind) ? 'nothing' : kind;
    case 'names':
      return taken.has('lead') ? 'support' : 'lead';
    case 'prose':
      return taken.has('action') ? 'notes' : 'action';
    case 'other':
      return 'nothing';
  }
};

/**
 * Guesses what columns mean by what stands in them, from left to right: the first with sentences is the action.
 * @param known what the table's other columns mean
 */
export const guessMeanings = (
  kinds: ReadonlyArray<ColumnKind>,
  known: ReadonlyArray<ColumnMeaning>,
): ReadonlyArray<ColumnMeaning> => {
  const taken = new Set(known);
  return kinds.map((kind) => {
    const guess = guessOf(kind, taken);
    taken.add(guess);
    return guess;
  });
};
