import type { Aside } from '../flow/flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { textIn, type XmlElement } from '../xml/xml-element.ts';

/** What stands in a page and is no words of it, as people call it. */
const unread: ReadonlyMap<string, string> = new Map([
  ['svg', 'A drawing'],
  ['canvas', 'A drawing by a script'],
  ['iframe', 'Another page shown inside this one'],
  ['frame', 'Another page shown inside this one'],
  ['object', 'An embedded object'],
  ['embed', 'An embedded object'],
  ['applet', 'An embedded program'],
  ['video', 'A film'],
  ['audio', 'A recording'],
]);

/** What is told once, with how many there are: none of these is words of a page. */
const counted: ReadonlyMap<string, string> = new Map([
  ['input', 'form field, not read'],
  ['select', 'form field, not read'],
  ['textarea', 'form field, not read'],
  ['button', 'form field, not read'],
]);

const longestAddress = 300;

const addressIn = ({ attributes }: XmlElement): string =>
  plainWords((attributes['src'] ?? attributes['data'] ?? '').slice(0, longestAddress));

/** What an element is that is not read, and what it would be counted as. */
export type NotRead =
  Readonly<{ _tag: 'Said'; aside: Aside }> | Readonly<{ _tag: 'Counted'; as: string }>;

const picture = ({ attributes }: XmlElement): Aside => {
  const alt = attributes['alt'] ?? '';
  const called = alt.trim() === '' ? '' : ` called ${quoted(alt)}`;
  return { kind: 'not read', words: `A picture${called} is not read.` };
};

/** Whether an element is none that holds words, and then what is said of it. */
export const notReadOf = (element: XmlElement): NotRead | undefined => {
  if (element.name === 'img') return { _tag: 'Said', aside: picture(element) };
  const as = counted.get(element.name);
  if (as !== undefined)
    return element.attributes['type'] === 'hidden'
      ? { _tag: 'Counted', as: '' }
      : { _tag: 'Counted', as };
  const what = unread.get(element.name);
  if (what === undefined) return undefined;
  const address = addressIn(element);
  const words = `${what}${address === '' || address.startsWith('data:') ? '' : ` (${address})`} is not fetched and not read.`;
  return { _tag: 'Said', aside: { kind: 'not read', words } };
};

/** What was only counted: "2 scripts, not run." */
export const countedAsides = (counts: ReadonlyMap<string, number>): ReadonlyArray<Aside> =>
  [...counts]
    .filter(([as]) => as !== '')
    .map(([as, count]) => ({
      kind: 'not read',
      words: `${count} ${count === 1 ? as : as.replace(',', 's,')}.`,
    }));

const saidOf = (kind: Aside['kind'], element: XmlElement, say: (words: string) => string) => {
  const words = textIn(element);
  return words.trim() === '' ? [] : [{ kind, words: say(quoted(words)) }];
};

export const hiddenAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('hidden', element, (words) => `Hidden words, not read: ${words}`);

export const deletedAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('tracked change', element, (words) => `Deleted, not read: ${words}`);

export const insertedAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('tracked change', element, (words) => `Inserted, read: ${words}`);

export const struckAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('doubtful', element, (words) => `Struck through, read as it stands: ${words}`);

export const commentAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('comment', element, (words) => `Comment: ${words}`);

export const aroundAsides = (element: XmlElement): ReadonlyArray<Aside> =>
  saidOf('around the page', element, (words) => `Header or footer: ${words}`);

/** Where words lead to; a link inside the page leads nowhere else. */
export const linkAsides = (element: XmlElement): ReadonlyArray<Aside> => {
  const address = plainWords((element.attributes['href'] ?? '').slice(0, longestAddress));
  return address === '' || address.startsWith('#')
    ? []
    : [{ kind: 'link', words: `${quoted(textIn(element))} leads to ${address}` }];
};
