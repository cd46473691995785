import type * as t from 'io-ts';
import type { Endpoint } from '../endpoint.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { namedSchemas } from '../schema/named-schemas.ts';
import { componentOf, componentsIn } from '../schema/schema-of.ts';
import { problemSchema } from './problem-responses.ts';

const prefix = '#/components/schemas/';

/** The names of the components that something refers to, however deep. */
const namesIn = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: readonly [string, unknown]) =>
    name === '$ref' && typeof one === 'string' && one.startsWith(prefix)
      ? [one.slice(prefix.length)]
      : namesIn(one),
  );
};

const codecsIn = (endpoints: ReadonlyArray<Endpoint>): ReadonlyMap<string, t.Mixed> => {
  const all = endpoints
    .flatMap(({ components }) => components)
    .flatMap((codec) => [...componentsIn(codec, 'answer'), ...componentsIn(codec, 'request')]);
  const byName = new Map<string, t.Mixed>();
  all.forEach((codec) => {
    const known = byName.get(codec.name);
    if (known !== undefined && known !== codec && !(codec.name in namedSchemas))
      throw new Error(`two codecs are called ${codec.name}`);
    byName.set(codec.name, codec);
  });
  return byName;
};

const schemaNamed = (codecs: ReadonlyMap<string, t.Mixed>, name: string): JsonSchema => {
  if (name === 'Problem') return problemSchema;
  const codec = codecs.get(name);
  const schema = codec === undefined ? namedSchemas[name]?.schema : componentOf(codec);
  if (schema !== undefined) return schema;
  throw new Error(`nothing is called ${name}`);
};

/**
 * The schemas that a document refers to, and those that they refer to; nothing that is not used.
 * @param document everything but the schemas
 */
export const componentSchemas = (
  endpoints: ReadonlyArray<Endpoint>,
  document: unknown,
): Readonly<Record<string, JsonSchema>> => {
  const codecs = codecsIn(endpoints);
  const found = new Map<string, JsonSchema>();
  const take = (names: ReadonlyArray<string>): void => {
    names
      .filter((name) => !found.has(name))
      .forEach((name) => {
        const schema = schemaNamed(codecs, name);
        found.set(name, schema);
        take(namesIn(schema));
      });
  };
  take(namesIn(document));
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
