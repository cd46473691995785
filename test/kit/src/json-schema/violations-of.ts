import {
  isMembers,
  type LooseSchema,
  membersIn,
  resolvedIn,
  schemasIn,
  stringsIn,
} from './loose-schema.ts';

type Violations = ReadonlyArray<string>;

/** A second, plain reading of JSON Schema 2020-12: as far as the API's schemas go, and not further. */
type Judge = (schema: LooseSchema, value: unknown, place: string) => Violations;

const known = new Set([
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'const',
  'contentMediaType',
  'contentSchema',
  'default',
  'description',
  'enum',
  'examples',
  'format',
  'items',
  'maximum',
  'maxLength',
  'minimum',
  'minItems',
  'minLength',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
]);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

const isOfType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const isDate = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isOfFormat = (text: string, format: unknown): boolean => {
  if (format === 'date') return isDate(text);
  if (format === 'date-time') return isDate(text.slice(0, 10));
  return true;
};

const said = (place: string, what: string): Violations => [`${place === '' ? '/' : place} ${what}`];

const ofText = (schema: LooseSchema, text: string, place: string): Violations => {
  const { pattern, minLength = 0, maxLength = Infinity, format } = schema;
  const length = Array.from(text).length;
  return [
    ...(length < Number(minLength) || length > Number(maxLength)
      ? said(place, `is ${length} characters long`)
      : []),
    ...(typeof pattern === 'string' && !new RegExp(pattern, 'u').test(text)
      ? said(place, `does not match ${pattern}`)
      : []),
    ...(isOfFormat(text, format) ? [] : said(place, `is no ${String(format)}`)),
  ];
};

const ofNumber = (schema: LooseSchema, value: number, place: string): Violations =>
  value < Number(schema['minimum'] ?? -Infinity) || value > Number(schema['maximum'] ?? Infinity)
    ? said(place, `${value} is out of bounds`)
    : [];

const ofMembers =
  (judge: Judge, strict: boolean) =>
  (schema: LooseSchema, value: LooseSchema, place: string): Violations => {
    const properties = new Map(membersIn(schema['properties']));
    const { additionalProperties: others } = schema;
    const missing = stringsIn(schema['required']).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.flatMap((name) => said(`${place}/${name}`, 'is missing')),
      ...Object.entries(value).flatMap(([name, one]) => {
        const property = properties.get(name);
        if (property !== undefined) return judge(property, one, `${place}/${name}`);
        if (isMembers(others)) return judge(others, one, `${place}/${name}`);
        return others === false || (strict && properties.size > 0)
          ? said(`${place}/${name}`, 'is not described')
          : [];
      }),
    ];
  };

const judgeIn = (document: unknown, strict: boolean): Judge => {
  const judge: Judge = (given, value, place) => {
    const schema = resolvedIn(document)(given);
    const unknown = Object.keys(schema).filter((keyword) => !known.has(keyword));
    if (unknown.length > 0) throw new Error(`no reading yet of ${unknown.join(', ')}`);
    const { type, enum: values, anyOf, allOf, items } = schema;
    const types = typeof type === 'string' ? [type] : stringsIn(type);
    if (types.length > 0 && !types.some((one) => isOfType(value, one)))
      return said(place, `is no ${types.join(' or ')}`);
    const alternatives = schemasIn(anyOf);
    return [
      ...('const' in schema && schema['const'] !== value ? said(place, 'is another value') : []),
      ...(Array.isArray(values) && !values.includes(value) ? said(place, 'is none of them') : []),
      ...(alternatives.length > 0 &&
      alternatives.every((one) => judge(one, value, place).length > 0)
        ? said(place, 'is none of the alternatives')
        : []),
      ...schemasIn(allOf).flatMap((one) => judge(one, value, place)),
      ...(typeof value === 'string' ? ofText(schema, value, place) : []),
      ...(typeof value === 'number' ? ofNumber(schema, value, place) : []),
      ...(Array.isArray(value)
        ? value.flatMap((one: unknown, index) =>
            isMembers(items) ? judge(items, one, `${place}/${index}`) : [],
          )
        : []),
      ...(isMembers(value) ? ofMembers(judge, strict)(schema, value, place) : []),
    ];
  };
  return judge;
};

/**
 * In what a value does not conform to a schema of a document; nothing where it does.
 * @param strict members that are not described count too, where any are described
 */
export const violationsOf =
  (document: unknown, strict = false) =>
  (schema: LooseSchema, value: unknown): Violations =>
    judgeIn(document, strict)(schema, value, '');
