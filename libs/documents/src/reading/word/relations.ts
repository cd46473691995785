import { Buffer } from 'node:buffer';
import type { Package } from '../package/open-package.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { elementsOf } from '../xml/xml-element.ts';

/** What a part refers to: another part by its name, or something outside the file by its address. */
export type Relation = Readonly<{
  /** The last word of its type, which transitional and strict files share: "styles", "hyperlink". */
  type: string;
  target: string;
  isOutside: boolean;
}>;

/** By the id that the part's elements name. */
export type Relations = ReadonlyMap<string, Relation>;

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Where a part's relations stand: "word/_rels/document.xml.rels"; of the whole file "_rels/.rels". */
export const relationsPartOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

/** A target as a part's name, without a leading slash: relative to the folder of the part that names it. */
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

/** What a part refers to; nothing where it has no relations. `part` is "" for the file as a whole. */
export const relationsOf = async (
  name: string,
  { lookup }: Pick<Package, 'lookup'>,
  part: string,
): Promise<Relations> => {
  const own = relationsPartOf(part);
  const bytes = (await lookup(own)) ?? Buffer.alloc(0);
  if (bytes.length === 0) return new Map();
  return new Map(
    elementsOf(parseXml({ name, part: own }, bytes)).flatMap(({ attributes }) => {
      const { Id, Type = '', Target = '', TargetMode } = attributes;
      const isOutside = TargetMode === 'External';
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      const target = isOutside ? Target : partNameOf(part, Target);
      return Id === undefined ? [] : [[Id, { type, target, isOutside }] as const];
    }),
  );
};

/** The name of the first part of a type that a part refers to. */
export const lookupRelated = (relations: Relations, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type && !one.isOutside)?.target;
