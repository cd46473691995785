import { elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import { lookupRelated } from '../relations.ts';
import type { WordParts } from '../word-parts.ts';

/** So many are read: programs write a few. */
const most = 200;
const longest = 10_000;

const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

const partOf = async (parts: WordParts, type: string): Promise<XmlElement | undefined> => {
  const part = lookupRelated(parts.fileRelations, type);
  return part === undefined ? undefined : parts.parse(part);
};

/** What somebody gave a name to: each property by its name, as text. */
const customOf = (root: XmlElement | undefined): ReadonlyArray<readonly [string, string]> =>
  (root === undefined ? [] : elementsOf(root))
    .filter((element) => localName(element) === 'property')
    .slice(0, most)
    .flatMap((element) => {
      const name = element.attributes['name'];
      return name === undefined ? [] : [[name, textIn(element).trim().slice(0, longest)] as const];
    });

/** A document's custom properties by their names, and its title as "dc:title". */
export const readProperties = async (
  parts: WordParts,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const core = await partOf(parts, 'core-properties');
  const title = (core === undefined ? [] : elementsOf(core)).find(
    ({ name }) => name === 'dc:title',
  );
  const words = title === undefined ? '' : textIn(title).trim().slice(0, longest);
  const all = [
    ...customOf(await partOf(parts, 'custom-properties')),
    ...(words === '' ? [] : [['dc:title', words] as const]),
  ];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};
