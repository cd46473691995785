import { describe, expect, it } from 'vitest';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { matchActions, type Recognisable } from './match-actions.ts';

const from = { block: 1, line: 1, words: '' };

const proposed = (ref: string, title: string): ProposedAction => ({
  ...{ ref, label: `${ref}.`, title, under: { results: [] }, from },
  ...{ owners: [], notes: [], requests: [], crossReferences: [], knownAs: [] },
});

/** The plan's own: its id is a letter, so that it is seen to be no number. */
const existing = (
  id: string,
  ref: string,
  title: string,
  status: Recognisable['status'] = 'open',
): Recognisable => ({ id, ref, label: `${ref}.`, title, status });

/** Which action each of a document's is: its id, "new", or with a question mark where that is doubtful. */
const matched = (
  document: ReadonlyArray<ProposedAction>,
  plan: ReadonlyArray<Recognisable>,
): ReadonlyArray<string> =>
  matchActions(document, plan).map((match) =>
    match.existing === undefined ? 'new' : `${match.existing.id}${match.doubtful ? '?' : ''}`,
  );

const gates = 'Open the school gates at weekends';
const trees = 'Plant a tree for every newborn child';
const bus = 'Run a night bus to the harbour';

describe('actions that are recognised', () => {
  const plan = [existing('a', '1', gates), existing('b', '2', trees), existing('c', '3', bus)];

  it('given the same numbers and words, then each is itself', () => {
    expect(matched([proposed('1', gates), proposed('2', trees), proposed('3', bus)], plan)).toEqual(
      ['a', 'b', 'c'],
    );
  });

  it('given a new one in the middle, then those after it keep what they are', () => {
    const document = [
      proposed('1', gates),
      proposed('2', 'Teach every child to swim'),
      proposed('3', trees),
      proposed('4', bus),
    ];
    expect(matched(document, plan)).toEqual(['a', 'new', 'b', 'c']);
  });

  it('given two that swapped their numbers, then each is known by its words', () => {
    expect(matched([proposed('1', trees), proposed('2', gates), proposed('3', bus)], plan)).toEqual(
      ['b', 'a', 'c'],
    );
  });

  it('given one that is gone, then those after it are still themselves under smaller numbers', () => {
    expect(matched([proposed('1', trees), proposed('2', bus)], plan)).toEqual(['b', 'c']);
  });

  it('given other words under the same number, then likeness decides, and little of it is doubtful', () => {
    expect(matched([proposed('1', 'Open all school gates at weekends')], plan)).toEqual(['a']);
    expect(matched([proposed('1', 'Teach every child to swim')], plan)).toEqual(['a?']);
  });

  it('given another number and other words, then it takes more likeness', () => {
    expect(matched([proposed('9', 'Open the school gates at weekends again')], plan)).toEqual([
      'a',
    ]);
    expect(matched([proposed('9', 'Open the park on Sundays')], plan)).toEqual(['new']);
  });

  it('given a new one that is a little like the one whose number it took, then the likest keeps its own', () => {
    // "1" shares 3 of 6 and 6 words with the old 1; the new 2 is the old 1 with one word more.
    const document = [
      proposed('1', 'Open the school kitchen to parents'),
      proposed('2', 'Open the school gates at all weekends'),
    ];
    expect(matched(document, [existing('a', '1', gates)])).toEqual(['new', 'a']);
  });

  it('given several of the same words, then they pair up by number, then in their order', () => {
    const twins = [existing('a', '3', gates), existing('b', '7', gates)];
    expect(matched([proposed('3', gates), proposed('7', gates)], twins)).toEqual(['a', 'b']);
    expect(matched([proposed('4', gates), proposed('8', gates)], twins)).toEqual(['a', 'b']);
    expect(matched([proposed('7', gates)], twins)).toEqual(['b']);
  });

  it('given a withdrawn one of the same words, then one that stands comes first, and it itself else', () => {
    const withdrawn = existing('a', '1', gates, 'withdrawn');
    expect(matched([proposed('1', gates)], [withdrawn, existing('b', '1', gates)])).toEqual(['b']);
    expect(matched([proposed('1', gates)], [withdrawn])).toEqual(['a']);
  });

  it('given the number of a withdrawn one under quite other words, then it is new', () => {
    expect(matched([proposed('1', bus)], [existing('a', '1', gates, 'withdrawn')])).toEqual([
      'new',
    ]);
  });
});
