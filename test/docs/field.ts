import {
  isInterface,
  isIntersection,
  isKeyof,
  isList,
  isLiteral,
  isPartial,
  isUnion,
} from '@trackrecord/test-kit';
import type * as t from 'io-ts';
import { plainTypes } from './plain-types.ts';

/** One field of something that events carry. */
export type Field = Readonly<{ name: string; type: string; needed: boolean }>;

const code = (text: string): string => `\`${text}\``;

/** Whether a codec was given a name of its own; others are named by what is in them. */
const hasName = (codec: t.Mixed): boolean => /^[A-Z][A-Za-z]*$/.test(codec.name);

const inBraces = (codec: t.Mixed): string =>
  `{ ${fieldsOf(codec)
    .map(({ name, type, needed }) => `${name}${needed ? '' : '?'}: ${type}`)
    .join(', ')} }`;

/** A codec's type in words, with the names that the page explains. */
export const typeOf = (codec: t.Mixed): string => {
  if (hasName(codec)) return codec.name;
  if (isLiteral(codec)) return code(JSON.stringify(codec.value));
  if (isKeyof(codec))
    return Object.keys(codec.keys)
      .map((key) => code(JSON.stringify(key)))
      .join(' or ');
  if (isUnion(codec)) return codec.types.map(typeOf).join(' or ');
  if (isList(codec)) return `list of ${typeOf(codec.type)}`;
  if (isInterface(codec) || isPartial(codec) || isIntersection(codec)) return inBraces(codec);
  if (codec.name in plainTypes) return codec.name;
  throw new Error(`${codec.name} is not described yet: add it to the plain types.`);
};

/** The fields of an object's codec; none for a codec of something else. */
export const fieldsOf = (codec: t.Mixed): ReadonlyArray<Field> => {
  if (isIntersection(codec)) return codec.types.flatMap(fieldsOf);
  if (!isInterface(codec) && !isPartial(codec)) return [];
  return Object.entries(codec.props).map(([name, of]) => ({
    name,
    type: typeOf(of),
    needed: isInterface(codec),
  }));
};

const inside = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  // The parts of an intersection stand in one table, under its own name.
  if (isIntersection(codec)) return codec.types.flatMap(inside);
  if (isUnion(codec)) return codec.types;
  if (isInterface(codec) || isPartial(codec)) return Object.values(codec.props);
  return isList(codec) ? [codec.type] : [];
};

/** The codecs with names of their own in a codec, however deep, itself among them; those that have no inside too. */
export const namedIn = (codec: t.Mixed): ReadonlyArray<t.Mixed> => [
  ...(hasName(codec) ? [codec] : []),
  ...inside(codec).flatMap(namedIn),
];
