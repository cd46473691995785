import * as t from 'io-ts';

/** A type that only its own codec can make: `Branded<string, 'LocalDate'>` is a string that was checked. */
export type Branded<A, Name extends string> = A & { readonly [K in `is${Name}`]: true };

/**
 * A codec for a branded string.
 * @param name the brand, as it stands in messages
 * @param accepts what a value must satisfy
 */
export const brandedString = <Name extends string>(
  name: Name,
  accepts: (value: string) => boolean,
): t.Type<Branded<string, Name>, string> => {
  const is = (value: unknown): value is Branded<string, Name> =>
    typeof value === 'string' && accepts(value);
  return new t.Type(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    (value) => value,
  );
};

/** As `brandedString`, for numbers. */
export const brandedNumber = <Name extends string>(
  name: Name,
  accepts: (value: number) => boolean,
): t.Type<Branded<number, Name>, number> => {
  const is = (value: unknown): value is Branded<number, Name> =>
    typeof value === 'number' && accepts(value);
  return new t.Type(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    (value) => value,
  );
};
