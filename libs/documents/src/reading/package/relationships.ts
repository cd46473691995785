import { childrenNamed } from '../xml/xml-element.ts';
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

const listPartOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** A target is relative to its part's folder, or with a leading slash to the package (ECMA-376 part 2, 8.3). */
const resolved = (part: string, target: string): string => {
  const path = target.startsWith('/') ? target : `${folderOf(part)}${target}`;
  const steps: Array<string> = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

/**
 * The relationships of a part of a Word or Excel file; none where it has no list of them.
 * @param name the file's, for refusals
 * @param part the part that they are of; "" for the package itself
 */
export const relationshipsOf = async (
  name: string,
  file: Package,
  part: string,
): Promise<ReadonlyArray<Relationship>> => {
  const list = listPartOf(part);
  const bytes = await file.lookup(list);
  if (bytes === undefined) return [];
  const root = parseXml({ name, part: list }, bytes);
  return childrenNamed(root, 'rel:Relationship').map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    const isExternal = attributes['TargetMode'] === 'External';
    return {
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(part, target),
      isExternal,
    };
  });
};
