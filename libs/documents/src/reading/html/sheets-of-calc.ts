import type { Aside } from '../flow/flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';

const isLinkToSheet = ({ name, attributes }: XmlElement): boolean =>
  name === 'a' && /^#table\d+$/u.test(attributes['href'] ?? '');

/**
 * LibreOffice writes a workbook of several sheets as one page, with a list of them above. The list says nothing of the
 * plan, and each of its lines would be taken for the priority that a sheet is named after.
 */
export const listOfSheets = (element: XmlElement): ReadonlyArray<Aside> | undefined => {
  if (element.name !== 'center') return undefined;
  const inside = elementsOf(element);
  const links = inside.filter(isLinkToSheet);
  const isList =
    links.length > 0 &&
    inside.every((one) => isLinkToSheet(one) || one.name === 'br' || one.name === 'h1');
  if (!isList) return undefined;
  const names = links.map((link) => quoted(plainWords(textIn(link)))).join(', ');
  return [{ kind: 'around the page', words: `List of sheets: ${names}` }];
};

/** The name in the heading that LibreOffice puts above each of several sheets: "Sheet 2: Priority 2". */
export const sheetNamed = (heading: XmlElement): XmlElement | undefined => {
  const [before] = heading.children;
  const [name, ...more] = childrenNamed(heading, 'em');
  return typeof before === 'string' && /^Sheet \d+: $/u.test(before) && more.length === 0
    ? name
    : undefined;
};
