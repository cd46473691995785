import * as t from 'io-ts';

/** A value, or `null` where there is none. */
export const nullable = <A>(
  codec: t.Type<A, unknown, unknown>,
): t.Type<A | null, unknown, unknown> => t.union([codec, t.null]);
