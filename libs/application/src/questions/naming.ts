import type { Json } from '@trackrecord/kernel';
import { type Directory, type NamedParty, nameOf } from '@trackrecord/read-models';

export type { NamedParty } from '@trackrecord/read-models';

export const namedParty =
  (directory: Directory) =>
  (id: string): NamedParty => ({ id, name: nameOf(directory)(id) });

const isObject = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const wordsIn = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * A register's value in words for a reader: a rating, a title; a timescale or baseline as it was written;
 * a request by its words and what became of it.
 */
export const valueInWords = (value: Json): string | null => {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (!isObject(value)) return value.map(valueInWords).join(', ');
  const words = wordsIn(value['asWritten']) ?? wordsIn(value['words']) ?? wordsIn(value['title']);
  const state = wordsIn(value['state']);
  if (words !== undefined) return state === undefined ? words : `${words} (${state})`;
  const parts = Object.entries(value).flatMap(([key, part]) =>
    part === undefined || part === null || (Array.isArray(part) && part.length === 0)
      ? []
      : [`${key} ${valueInWords(part) ?? ''}`],
  );
  return parts.join(', ');
};
