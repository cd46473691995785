import * as t from 'io-ts';

/** A JSON value: what an event, an assertion or an answer is made of. */
export type Json =
  | null
  | boolean
  | number
  | string
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json | undefined };

const codec = <A>(name: string, is: t.Is<A>): t.Type<A, A> =>
  new t.Type(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    (value) => value,
  );

/** A number that JSON can carry: RFC 8785 has no text for NaN and the infinities. */
export const JsonNumber = codec(
  'JsonNumber',
  (value): value is number => typeof value === 'number' && Number.isFinite(value),
);

/** A string that JSON can carry as UTF-8: without half of a surrogate pair (RFC 8785, section 3.2.2.2). */
export const JsonString = codec(
  'JsonString',
  (value): value is string => typeof value === 'string' && value.isWellFormed(),
);

/** How many of something, or which one: a whole number from 0. */
export const Count = codec(
  'Count',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);
