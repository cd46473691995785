import type { Flow } from '../flow/flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';

const places: ReadonlyMap<string, 'header' | 'footer'> = new Map(
  (['header', 'footer'] as const).flatMap((place) =>
    ['', '-left', '-first'].map((which) => [`style:${place}${which}`, place] as const),
  ),
);

const pageFields = new Set([
  'text:page-number',
  'text:page-count',
  'text:sheet-name',
  'text:date',
  'text:time',
]);

/** What is left of "Page 3 of 7" and "22/11/2026, 14:00" without their fields. */
const ofPages = /^(?:page|of|[\s\P{L}])*$/iu;

/** Words without the numbers of pages and other fields of a page, which are no words of the plan's. */
const withoutPages = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children
    .filter((child) => typeof child === 'string' || !pageFields.has(child.name))
    .map((child) => (typeof child === 'string' ? child : withoutPages(child))),
});

const linesOf = (around: XmlElement): string =>
  elementsOf(withoutPages(around))
    .map((one) => plainWords(textIn(one)))
    .filter((line) => !ofPages.test(line))
    .join(' · ');

/** The words of headers and footers, each told once however many kinds of pages have it. */
export const aroundThePage = (styles: XmlElement | undefined): ReadonlyArray<Flow> => {
  const masters = childAt(styles, 'office:master-styles');
  const pages = masters === undefined ? [] : childrenNamed(masters, 'style:master-page');
  const told = new Map<string, Flow>();
  for (const around of pages.flatMap(elementsOf)) {
    const place = places.get(around.name);
    const line = place === undefined ? '' : linesOf(around);
    if (place === undefined || line === '' || around.attributes['style:display'] === 'false')
      continue;
    const words = `${place === 'header' ? 'Header' : 'Footer'}: ${quoted(line)}`;
    told.set(words, { flow: 'aside', aside: { kind: 'around the page', words }, place });
  }
  return [...told.values()];
};
