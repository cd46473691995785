import { parseXml } from '../xml/parse-xml.ts';
import { elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import type { Package } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';

/** So many are read, and so much of each: programs write a few short ones. */
const most = 200;
const longest = 10_000;

/** Where they usually stand, and what relations to them are called, in transitional files and in strict ones. */
const custom = { usual: 'docProps/custom.xml', kinds: ['custom-properties', 'customProperties'] };
const core = { usual: 'docProps/core.xml', kinds: ['core-properties', 'coreProperties'] };

/** Their namespaces differ between transitional files and strict ones. */
const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

const named = (root: XmlElement | undefined, name: string): ReadonlyArray<XmlElement> =>
  root === undefined ? [] : elementsOf(root).filter((element) => localName(element) === name);

const wordsIn = (element: XmlElement): string => textIn(element).trim().slice(0, longest);

/**
 * The properties that somebody gave to a Word or Excel file by name, as words, and its title as "dc:title";
 * `undefined` where it has none.
 * @param name the file's, for refusals
 */
export const customPropertiesOf = async (
  name: string,
  file: Package,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const relationships = await relationshipsOf(name, file, '');
  const rootOf = async ({ usual, kinds }: typeof custom): Promise<XmlElement | undefined> => {
    const related = relationships.find(
      ({ kind, isExternal }) => kinds.includes(kind) && !isExternal,
    );
    const part = related?.target ?? usual;
    const bytes = await file.lookup(part);
    return bytes === undefined ? undefined : parseXml({ name, part }, bytes);
  };
  const given = named(await rootOf(custom), 'property').slice(0, most);
  const titles = named(await rootOf(core), 'title').slice(0, 1);
  const worded = [
    ...given.map((one) => [one.attributes['name'] ?? '', wordsIn(one)] as const),
    ...titles.map((one) => ['dc:title', wordsIn(one)] as const),
  ].filter(([key, words]) => key !== '' && words !== '');
  return worded.length === 0 ? undefined : Object.fromEntries(worded);
};
