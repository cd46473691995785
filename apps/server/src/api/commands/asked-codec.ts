import * as t from 'io-ts';
import { namesIn } from '../path-parameters.ts';
import { type Property, propertiesOf } from '../schema/schema-of.ts';
import type { Members } from './command-route.ts';

/** Which names of a path fill which members of a command; its action is filled by what that means in the plan. */
export const filledBy = (
  path: string,
  fills: Readonly<Partial<Record<string, string>>> = {},
): ReadonlyMap<string, string> => {
  const members = new Map(Object.entries(fills).map(([member, name]) => [name, member]));
  return new Map(
    namesIn(path).map((name) => [members.get(name) ?? (name === 'ref' ? 'action' : name), name]),
  );
};

const named = (properties: ReadonlyArray<Property>): Readonly<Record<string, t.Mixed>> =>
  Object.fromEntries(properties.map(({ name, codec }) => [name, codec]));

/** The members of a command's codec; every command's data are an object. */
export const membersOf = (data: t.Mixed): ReadonlyArray<Property> => propertiesOf(data) ?? [];

/**
 * What a request says of a command: its members, but for those that the path fills; some may be left out.
 */
export const askedCodec = (
  data: t.Mixed,
  filled: ReadonlyMap<string, string>,
  mayBeLeftOut: ReadonlyArray<string>,
): t.Type<Members, unknown, unknown> => {
  const rest = membersOf(data).filter(({ name }) => !filled.has(name));
  const isNeeded = ({ name, required }: Property) => required && !mayBeLeftOut.includes(name);
  return t.intersection([
    t.type({ ...named(rest.filter(isNeeded)) }),
    t.partial({ ...named(rest.filter((one) => !isNeeded(one))) }),
  ]);
};
