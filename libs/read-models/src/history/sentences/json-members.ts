import type { Json } from '@trackrecord/kernel';

type Members = { readonly [key: string]: Json | undefined };

const isObject = (value: Json): value is Members =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The members of a value; none where it is no object. */
export const membersOf = (value: Json): Members => (isObject(value) ? value : {});

/** A member that is text; "" where it is not. */
export const textIn = (value: Json, key: string): string => {
  const text = membersOf(value)[key];
  return typeof text === 'string' ? text : '';
};
