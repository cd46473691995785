import type { Package } from '../package/open-package.ts';
import { type Relationship, relationshipsOf } from '../package/relationships.ts';

/** What a part refers to, by the id that its elements name. */
export type Relations = ReadonlyMap<string, Relationship>;

/** What a part refers to; nothing where it has no relations. `part` is "" for the file as a whole. */
export const relationsOf = async (
  name: string,
  file: Pick<Package, 'lookup'>,
  part: string,
): Promise<Relations> =>
  new Map((await relationshipsOf(name, file, part)).map((one) => [one.id, one]));

/** The name of the first part of a kind that a part refers to. */
export const lookupRelated = (relations: Relations, kind: string): string | undefined =>
  [...relations.values()].find((one) => one.kind === kind && !one.isExternal)?.target;
