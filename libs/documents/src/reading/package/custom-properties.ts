import { parseXml } from '../xml/parse-xml.ts';
import { childAt, childrenNamed, textIn } from '../xml/xml-element.ts';
import type { Package } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';

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
  const rootOf = async (kind: string, usual: string) => {
    const part = relationships.find((one) => one.kind === kind && !one.isExternal)?.target ?? usual;
    const bytes = await file.lookup(part);
    return bytes === undefined ? undefined : parseXml({ name, part }, bytes);
  };
  const custom = await rootOf('custom-properties', 'docProps/custom.xml');
  const named = custom === undefined ? [] : childrenNamed(custom, 'op:property');
  const core = await rootOf('core-properties', 'docProps/core.xml');
  const title = childAt(core, 'dc:title');
  const properties = new Map(
    named.map((property) => [property.attributes['name'] ?? '', textIn(property).trim()]),
  );
  if (title !== undefined) properties.set('dc:title', textIn(title).trim());
  const worded = [...properties].filter(([key, words]) => key !== '' && words !== '');
  return worded.length === 0 ? undefined : Object.fromEntries(worded);
};
