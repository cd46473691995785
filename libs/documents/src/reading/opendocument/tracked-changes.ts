import { childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { byWhom } from './by-whom.ts';

/** What somebody changed while changes were tracked. The words of a deletion stand here, and not in the text. */
export type TrackedChange = Readonly<{
  is: 'insertion' | 'deletion' | 'format';
  by: string;
  words: string;
}>;

const kinds: ReadonlyMap<string, TrackedChange['is']> = new Map([
  ['text:insertion', 'insertion'],
  ['text:deletion', 'deletion'],
  ['text:format-change', 'format'],
]);

const wordsOf = (change: XmlElement): string =>
  elementsOf(change)
    .filter(({ name }) => name !== 'office:change-info')
    .map(textIn)
    .join(' ');

/** The tracked changes of a text, by their id. */
export const trackedChangesOf = (
  text: XmlElement | undefined,
): ReadonlyMap<string, TrackedChange> => {
  const changes = childAt(text, 'text:tracked-changes');
  const regions = changes === undefined ? [] : childrenNamed(changes, 'text:changed-region');
  return new Map(
    regions.flatMap((region) => {
      const id = region.attributes['xml:id'] ?? region.attributes['text:id'];
      const [change] = elementsOf(region);
      const is = kinds.get(change?.name ?? '');
      if (id === undefined || change === undefined || is === undefined) return [];
      const by = byWhom(childAt(change, 'office:change-info'));
      return [[id, { is, by, words: wordsOf(change) }] as const];
    }),
  );
};
