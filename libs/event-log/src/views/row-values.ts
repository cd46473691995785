import type { Json } from '@trackrecord/kernel';

type Guard<A> = Readonly<{ name: string; is: (value: unknown) => value is A }>;

/** A column that this code wrote itself: anything else means that the file is damaged. */
export const column = <A>(guard: Guard<A>, value: unknown): A => {
  if (guard.is(value)) return value;
  throw new Error(`the views hold a row whose ${guard.name} is none`);
};

/** Whatever text is parsed as JSON is JSON. */
const isJson = (parsed: unknown): parsed is Json => parsed !== undefined;

const Parsed: Guard<Json> = { name: 'JSON', is: isJson };

/** A JSON column. */
export const json = (value: unknown): Json => column(Parsed, JSON.parse(String(value)));
