import * as fc from 'fast-check';
import {
  isMembers,
  type LooseSchema,
  membersIn,
  resolvedIn,
  schemasIn,
  stringsIn,
} from './loose-schema.ts';

/** What fast-check cannot read of a pattern, by what comes near: what is made is held against the pattern itself. */
const nearly = (pattern: string): string =>
  pattern
    .replaceAll(/\(\?<?[!=][^)]*\)/gu, '')
    .replaceAll('\\p{Cc}', '\\x00-\\x1f\\x7f-\\x9f')
    .replaceAll('\\p{Cs}', '')
    .replaceAll('\\p{C}', '\\x00-\\x1f\\x7f-\\x9f')
    .replaceAll('\\p{Z}', ' \\xa0')
    .replaceAll('\\p{L}', 'a-zA-ZÀ-ÖØ-öø-ÿ')
    .replaceAll('\\p{N}', '0-9');

const valuesIn = (list: ReadonlyArray<unknown>): ReadonlyArray<unknown> => list;

const dates = fc
  .date({
    min: new Date('0001-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString());

const textOf = ({
  pattern,
  format,
  minLength = 0,
  maxLength,
}: LooseSchema): fc.Arbitrary<string> => {
  if (format === 'date') return dates.map((text) => text.slice(0, 10));
  if (format === 'date-time') return dates;
  const [least, most] = [Number(minLength), Math.min(Number(maxLength ?? 200), 200)];
  if (typeof pattern !== 'string')
    return fc.string({ unit: 'binary', minLength: least, maxLength: most });
  const exactly = new RegExp(pattern, 'u');
  return fc
    .stringMatching(new RegExp(nearly(pattern), 'u'))
    .filter((text) => exactly.test(text) && text.length >= least && text.length <= most);
};

const objectOf =
  (values: (schema: LooseSchema) => fc.Arbitrary<unknown>) =>
  (schema: LooseSchema): fc.Arbitrary<unknown> => {
    const { additionalProperties: others } = schema;
    const described = fc.record(
      Object.fromEntries(membersIn(schema['properties']).map(([name, one]) => [name, values(one)])),
      { requiredKeys: [...stringsIn(schema['required'])] },
    );
    return isMembers(others)
      ? fc
          .tuple(
            described,
            fc.dictionary(fc.string({ maxLength: 5 }), values(others), { maxKeys: 3 }),
          )
          .map(([one, other]) => ({ ...other, ...one }))
      : described;
  };

/** Values that are mostly taken where a schema is referred to by such a name: what is there to be named. */
export type KnownValues = Readonly<Record<string, ReadonlyArray<unknown>>>;

const knownBy = (known: KnownValues, { $ref: reference }: LooseSchema): ReadonlyArray<unknown> =>
  (typeof reference === 'string' ? known[reference.split('/').at(-1) ?? ''] : undefined) ?? [];

/**
 * Values that a schema of a document accepts, made up from the schema.
 * @param known values to prefer, by the names of components
 */
export const arbitraryOfSchema =
  (document: unknown, known: KnownValues = {}) =>
  (given: LooseSchema): fc.Arbitrary<unknown> => {
    const preferred = knownBy(known, given);
    if (preferred.length === 0) return madeUp(document, known, given);
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...preferred) },
      { weight: 1, arbitrary: madeUp(document, known, given) },
    );
  };

const madeUp = (
  document: unknown,
  known: KnownValues,
  given: LooseSchema,
): fc.Arbitrary<unknown> => {
  const values = arbitraryOfSchema(document, known);
  const schema = resolvedIn(document)(given);
  const { type, items, minimum, maximum, enum: listed, anyOf, allOf } = schema;
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(listed)) return fc.constantFrom(...valuesIn(listed));
  if (Array.isArray(anyOf)) return fc.oneof(...schemasIn(anyOf).map(values));
  if (Array.isArray(allOf))
    return fc
      .tuple(...schemasIn(allOf).map(values))
      .map((parts): unknown => Object.assign({}, ...parts));
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({
        min: Number(minimum ?? -1000),
        max: Math.min(Number(maximum ?? 1000), 2 ** 31 - 1),
      });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(isMembers(items) ? values(items) : fc.jsonValue(), { maxLength: 3 });
    case 'object':
      return objectOf(values)(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};
