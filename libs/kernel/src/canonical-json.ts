import type { Json } from './json.ts';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const member = (value: { readonly [key: string]: Json | undefined }) => (key: string) =>
  `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value);

/**
 * A value as canonical JSON (RFC 8785, JSON Canonicalization Scheme): no white space, object keys
 * sorted by UTF-16 code units, numbers and strings as ECMAScript prints them.
 * Members that are `undefined` are left out, as `JSON.stringify` does.
 * What JSON has no text for is kept out by the codecs (`JsonNumber`, `JsonString`), not here.
 * The same value always gives the same bytes, so an event can be hashed and proved.
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(byCodeUnits);
  return `{${keys.map(member(value)).join(',')}}`;
};
