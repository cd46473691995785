import { isDictionary, isList, isUnion, isWrapper } from '@trackrecord/kernel';
import type * as t from 'io-ts';
import { type Property, propertiesOf } from './schema-of.ts';
import { wordsOf } from './words-of.ts';

/** What is wrong with something that was sent: where (a JSON pointer, RFC 6901), and what would be accepted. */
export type Mistake = Readonly<{ pointer: string; detail: string }>;

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (pointer: string, name: string): string =>
  `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const longest = 80;

/** A value as JSON; one that is too deep to be written is told as what it is. */
const written = (value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch {
    return 'what is too deep to be repeated';
  }
};

/** What was sent, short enough to be read. */
export const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : written(value);
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
};

const nameIn = (pointer: string): string => {
  const name = pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  return name === '' ? 'The body' : name;
};

const notAccepted = (pointer: string, value: unknown, words: string): ReadonlyArray<Mistake> => [
  { pointer, detail: `${nameIn(pointer)}: ${shown(value)} is not accepted; accepted is ${words}.` },
];

const inMember =
  (value: Members, pointer: string) =>
  ({ name, codec, required }: Property): ReadonlyArray<Mistake> => {
    const place = at(pointer, name);
    if (Object.hasOwn(value, name)) return mistakesIn(codec, value[name], place);
    return required
      ? [{ pointer: place, detail: `${nameIn(place)} is needed: accepted is ${wordsOf(codec)}.` }]
      : [];
  };

const unknownMembers = (
  properties: ReadonlyArray<Property>,
  value: Members,
  pointer: string,
): ReadonlyArray<Mistake> => {
  const names = new Set(properties.map(({ name }) => name));
  const accepted = [...names].join(', ');
  return Object.keys(value)
    .filter((name) => !names.has(name))
    .map((name) => ({
      pointer: at(pointer, name),
      detail: `${shown(name)} is not known here; accepted ${accepted === '' ? 'is an object without members' : `are: ${accepted}`}.`,
    }));
};

const fewest = (
  one: ReadonlyArray<Mistake>,
  other: ReadonlyArray<Mistake>,
): ReadonlyArray<Mistake> => (other.length < one.length ? other : one);

/** Of the alternatives that are objects, the one that comes nearest says what is wrong with an object. */
const inUnion = (
  types: ReadonlyArray<t.Mixed>,
  value: unknown,
  pointer: string,
  words: string,
): ReadonlyArray<Mistake> => {
  if (types.some((one) => mistakesIn(one, value, pointer).length === 0)) return [];
  const objects = types.filter((one) => propertiesOf(one) !== undefined);
  return isObject(value) && objects.length > 0
    ? objects.map((one) => mistakesIn(one, value, pointer)).reduce(fewest)
    : notAccepted(pointer, value, words);
};

/**
 * Everything that is wrong with a value that was sent, member by member; nothing where the codec takes it and every
 * member of it is known.
 */
export const mistakesIn = (
  codec: t.Mixed,
  value: unknown,
  pointer = '',
): ReadonlyArray<Mistake> => {
  const properties = propertiesOf(codec);
  if (properties !== undefined)
    return isObject(value)
      ? [
          ...properties.flatMap(inMember(value, pointer)),
          ...unknownMembers(properties, value, pointer),
        ]
      : notAccepted(pointer, value, wordsOf(codec));
  if (isWrapper(codec)) return mistakesIn(codec.type, value, pointer);
  if (isUnion(codec)) return inUnion(codec.types, value, pointer, wordsOf(codec));
  if (isList(codec))
    return Array.isArray(value)
      ? value.flatMap((one: unknown, index) =>
          mistakesIn(codec.type, one, at(pointer, String(index))),
        )
      : notAccepted(pointer, value, wordsOf(codec));
  if (isDictionary(codec))
    return isObject(value)
      ? Object.entries(value).flatMap(([name, one]) =>
          mistakesIn(codec.codomain, one, at(pointer, name)),
        )
      : notAccepted(pointer, value, wordsOf(codec));
  return codec.decode(value)._tag === 'Right' ? [] : notAccepted(pointer, value, wordsOf(codec));
};
