import { plainWords } from '../flow/plain-words.ts';
import { childAt, childrenNamed, textIn, type XmlElement } from '../xml/xml-element.ts';

/** What LibreOffice makes of Word's and Excel's own properties: nobody gave them to the file. */
const ofPrograms: ReadonlySet<string> = new Set([
  'AppVersion',
  'DocSecurity',
  'HyperlinksChanged',
  'LinksUpToDate',
  'ScaleCrop',
  'ShareDoc',
]);

/** The properties that somebody gave to the file by name, as words, and its title as "dc:title". */
export const propertiesOf = (
  meta: XmlElement | undefined,
): Readonly<{ properties?: Readonly<Record<string, string>> }> => {
  const inside = childAt(meta, 'office:meta');
  const named = inside === undefined ? [] : childrenNamed(inside, 'meta:user-defined');
  const title = childAt(inside, 'dc:title');
  const properties = [
    ...named.map((one) => [one.attributes['meta:name'] ?? '', textIn(one).trim()] as const),
    ['dc:title', title === undefined ? '' : plainWords(textIn(title))] as const,
  ].filter(([key, words]) => key !== '' && words !== '' && !ofPrograms.has(key));
  return properties.length === 0 ? {} : { properties: Object.fromEntries(properties) };
};
