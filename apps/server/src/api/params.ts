import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Fields } from '../http/exchange.ts';
import type { Parameter } from './endpoint.ts';
import type { JsonSchema } from './schema/json-schema.ts';

/** What is wrong with a parameter. */
export type ParameterFault = Readonly<{ parameter: string; detail: string }>;

type Read<A> = E.Either<ReadonlyArray<ParameterFault>, A>;

/** Some of what a query may say: what the document says of it, and how it is read. */
export type Params<A> = Readonly<{
  documented: ReadonlyArray<Parameter>;
  read: (query: Fields) => Read<A>;
}>;

type Documented = Readonly<{
  name: string;
  description: string;
  schema: JsonSchema;
  required?: boolean;
  example?: string;
}>;

/** A parameter's entry in the document. */
export const queryParameter = ({ required = false, ...documented }: Documented): Parameter => ({
  ...documented,
  in: 'query',
  required,
});

/** That something is wrong with a parameter. */
export const faulty = (
  parameter: string,
  detail: string,
): E.Either<ReadonlyArray<ParameterFault>, never> =>
  E.left([{ parameter, detail: `${parameter}: ${detail}` }]);

/**
 * One parameter.
 * @param read what was given, or that nothing was, to what `as` names; a `Left` says what would be accepted
 */
export const param = <A, B>(
  documented: Documented,
  read: (text: string | undefined) => E.Either<string, A>,
  as: (value: A) => B,
): Params<B> => ({
  documented: [queryParameter(documented)],
  read: (query) =>
    pipe(
      read(query.one(documented.name)),
      E.bimap(
        (detail) => [{ parameter: documented.name, detail: `${documented.name}: ${detail}` }],
        as,
      ),
    ),
});

/** Both, with the faults of both. */
export const both = <A, B>(one: Params<A>, other: Params<B>): Params<A & B> => ({
  documented: [...one.documented, ...other.documented],
  read: (query): Read<A & B> => {
    const [first, second] = [one.read(query), other.read(query)];
    if (E.isLeft(first)) return E.left([...first.left, ...(E.isLeft(second) ? second.left : [])]);
    return pipe(
      second,
      E.map((more) => ({ ...first.right, ...more })),
    );
  },
});

export const noParams: Params<object> = { documented: [], read: () => E.right({}) };

/**
 * Reads a query. A name that is not known is a fault: a clock that is misspelt must not answer about today.
 */
export const readParams = <A>({ documented, read }: Params<A>, query: Fields): Read<A> => {
  const accepted = documented.map(({ name }) => name);
  const faults = query.names().flatMap((name): ReadonlyArray<ParameterFault> => {
    if (!accepted.includes(name))
      return [
        {
          parameter: name,
          detail: `"${name.slice(0, 80)}" is not known here; accepted ${accepted.length === 0 ? 'is nothing' : `are: ${accepted.join(', ')}`}.`,
        },
      ];
    return query.all(name).length > 1
      ? [{ parameter: name, detail: `${name} was given more than once; accepted is one value.` }]
      : [];
  });
  return faults.length > 0 ? E.left(faults) : read(query);
};
