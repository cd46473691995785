import type { Json } from '@trackrecord/kernel';

type Guard<A> = Readonly<{ name: string; is: (value: unknown) => value is A }>;

/** A row that this code cannot have written. */
export class DamagedRow extends Error {}

/** A column that this code wrote itself: anything else means that the file is damaged. */
export const column = <A>(guard: Guard<A>, value: unknown): A => {
  if (guard.is(value)) return value;
  throw new DamagedRow(`the views hold a row whose ${guard.name} is none`);
};

/** Whatever text is parsed as JSON is JSON. */
const isJson = (parsed: unknown): parsed is Json => parsed !== undefined;

const Parsed: Guard<Json> = { name: 'JSON', is: isJson };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A JSON column. */
export const json = (value: unknown): Json => column(Parsed, parsed(String(value)));
