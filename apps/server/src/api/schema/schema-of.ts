import {
  isDictionary,
  isInterface,
  isIntersection,
  isKeyof,
  isList,
  isLiteral,
  isPartial,
  isUnion,
  isWrapper,
} from '@trackrecord/kernel';
import type * as t from 'io-ts';
import { type JsonSchema, schemaRef } from './json-schema.ts';
import { namedSchemas } from './named-schemas.ts';

/** One member of an object, as its codec has it. */
export type Property = Readonly<{ name: string; codec: t.Mixed; required: boolean }>;

/**
 * The members of an object's codec, through intersections and wrappers; `undefined` for a codec of something else.
 */
export const propertiesOf = (codec: t.Mixed): ReadonlyArray<Property> | undefined => {
  if (isWrapper(codec)) return propertiesOf(codec.type);
  if (isIntersection(codec)) {
    const parts = codec.types.map(propertiesOf);
    return parts.some((part) => part === undefined)
      ? undefined
      : parts.flatMap((part) => part ?? []);
  }
  if (!isInterface(codec) && !isPartial(codec)) return undefined;
  const required = isInterface(codec);
  return Object.entries(codec.props).map(([name, of]) => ({ name, codec: of, required }));
};

const plain: Readonly<Record<string, JsonSchema>> = {
  StringType: { type: 'string' },
  NumberType: { type: 'number' },
  BooleanType: { type: 'boolean' },
  NullType: { type: 'null' },
};

const tagOf = (codec: t.Mixed): string => ('_tag' in codec ? String(codec._tag) : '');

/** Whether a codec was given a name of its own; others are named by what is in them. */
const hasName = ({ name }: t.Mixed): boolean => /^[A-Z][A-Za-z]*$/u.test(name);

/** A request's members are all named: one that is not is a slip of the pen. An answer may come to have more. */
export type Purpose = 'request' | 'answer';

const objectOf = (properties: ReadonlyArray<Property>, purpose: Purpose): JsonSchema => {
  const required = properties.filter((one) => one.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map(({ name, codec }) => [name, schemaOf(codec, purpose)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(purpose === 'request' ? { additionalProperties: false } : {}),
  };
};

const unionOf = (types: ReadonlyArray<t.Mixed>, purpose: Purpose): JsonSchema => {
  const values = types.flatMap((one) => (isLiteral(one) ? [one.value] : []));
  return values.length === types.length
    ? { enum: values }
    : { anyOf: types.map((one) => schemaOf(one, purpose)) };
};

/** A codec's schema where it stands, its own name left aside. */
const shapeOf = (codec: t.Mixed, purpose: Purpose): JsonSchema => {
  const properties = propertiesOf(codec);
  if (properties !== undefined) return objectOf(properties, purpose);
  if (isWrapper(codec)) return schemaOf(codec.type, purpose);
  if (isIntersection(codec)) return { allOf: codec.types.map((one) => schemaOf(one, purpose)) };
  if (isUnion(codec)) return unionOf(codec.types, purpose);
  if (isLiteral(codec)) return { const: codec.value };
  if (isKeyof(codec)) return { type: 'string', enum: Object.keys(codec.keys) };
  if (isList(codec)) return { type: 'array', items: schemaOf(codec.type, purpose) };
  if (isDictionary(codec))
    return { type: 'object', additionalProperties: schemaOf(codec.codomain, purpose) };
  const schema = plain[tagOf(codec)];
  if (schema !== undefined) return schema;
  throw new Error(`${codec.name} has no schema yet: add it to the named schemas.`);
};

/** What in a codec stands among the components: brands, and objects of answers that have a name of their own. */
const isComponent = (codec: t.Mixed, purpose: Purpose): boolean =>
  codec.name in namedSchemas || (hasName(codec) && purpose === 'answer');

/**
 * A codec as JSON Schema (2020-12), with what has a name of its own by reference.
 * @throws where a codec has no schema yet: that is to be found by a spec, never to be published as "anything"
 */
export const schemaOf = (codec: t.Mixed, purpose: Purpose): JsonSchema =>
  isComponent(codec, purpose) ? schemaRef(codec.name) : shapeOf(codec, purpose);

/** The schema of a component itself. */
export const componentOf = (codec: t.Mixed): JsonSchema =>
  namedSchemas[codec.name]?.schema ?? shapeOf(codec, 'answer');

const inside = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  if (isIntersection(codec) || isUnion(codec)) return codec.types;
  if (isInterface(codec) || isPartial(codec)) return Object.values(codec.props);
  if (isList(codec) || isWrapper(codec)) return [codec.type];
  return isDictionary(codec) ? [codec.codomain] : [];
};

/** The components that a codec's schema refers to, however deep. */
export const componentsIn = (codec: t.Mixed, purpose: Purpose): ReadonlyArray<t.Mixed> => [
  ...(isComponent(codec, purpose) ? [codec] : []),
  ...(codec.name in namedSchemas ? [] : inside(codec).flatMap((one) => componentsIn(one, purpose))),
];
