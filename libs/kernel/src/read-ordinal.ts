import { Ordinal } from './identifiers.ts';

/** An ordinal as it is typed, a whole number from 0; `undefined` for anything else. */
export const readOrdinal = (text: string): Ordinal | undefined => {
  const ordinal = /^\d+$/u.test(text) ? Number(text) : undefined;
  return Ordinal.is(ordinal) ? ordinal : undefined;
};
