import { namedSchemas } from '../schema/named-schemas.ts';
import type { JsonSchema } from '../schema/json-schema.ts';

const prefix = '#/components/schemas/';

const either = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const ofType = ({ type, items, properties }: JsonSchema): string => {
  switch (type) {
    case 'array':
      return `a list, each of it ${items === undefined ? 'anything' : schemaWords(items)}`;
    case 'object':
      return properties === undefined
        ? 'an object'
        : `an object with ${either(Object.keys(properties)).replace(/ or (?=[^ ]*$)/u, ' and ')}`;
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    default:
      return 'anything';
  }
};

/** What a schema accepts, in words. */
export const schemaWords = (schema: JsonSchema): string => {
  const { $ref: reference, enum: values, anyOf } = schema;
  if (reference !== undefined) {
    const name = reference.slice(prefix.length);
    return namedSchemas[name]?.words ?? name;
  }
  if ('const' in schema) return JSON.stringify(schema.const);
  if (values !== undefined) return either(values.map((value) => JSON.stringify(value)));
  if (anyOf !== undefined) return either(anyOf.map(schemaWords));
  return ofType(schema);
};
