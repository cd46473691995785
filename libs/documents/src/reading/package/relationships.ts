import { elementsOf } from '../xml/xml-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { Package } from './open-package.ts';

/** How a part of an Office file names another part, or an address outside the file. */
export type Relationship = Readonly<{
  id: string;
  /** What the other is to this one, without its namespace: "worksheet", "hyperlink", "comments". */
  kind: string;
  /** The other part's name in the package, or the address as written. */
  target: string;
  isExternal: boolean;
}>;

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Where a part's relationships stand: "word/_rels/document.xml.rels"; of the whole file "_rels/.rels". */
export const relationshipsPartOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

/**
 * A target as a part's name: relative to the folder of the part that names it, or with a leading slash to the package
 * (ECMA-376 part 2, 8.3). Some programs write backslashes.
 */
const partNameOf = (source: string, target: string): string => {
  const path = decoded(target.split('#', 1)[0] ?? '').replaceAll('\\', '/');
  const steps = (path.startsWith('/') ? path : `${folderOf(source)}${path}`).split('/');
  const names: Array<string> = [];
  for (const step of steps) {
    if (step === '..') names.pop();
    else if (step !== '' && step !== '.') names.push(step);
  }
  return names.join('/');
};

/**
 * The relationships of a part of a Word or Excel file; none where it has no list of them.
 * @param name the file's, for refusals
 * @param part the part that they are of; "" for the package itself
 */
export const relationshipsOf = async (
  name: string,
  file: Pick<Package, 'lookup'>,
  part: string,
): Promise<ReadonlyArray<Relationship>> => {
  const list = relationshipsPartOf(part);
  const bytes = await file.lookup(list);
  if (bytes === undefined || bytes.length === 0) return [];
  const root = parseXml({ name, part: list }, bytes);
  return elementsOf(root).map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    const isExternal = attributes['TargetMode'] === 'External';
    return {
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : partNameOf(part, target),
      isExternal,
    };
  });
};
