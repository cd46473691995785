import * as E from 'fp-ts/lib/Either.js';
import { param, type Params } from '../params.ts';

/** Words as they come; what they may be is for the question to say. */
export const textParam = <A>(
  name: string,
  description: string,
  as: (text: string | undefined) => A,
): Params<A> =>
  param(
    { name, description, schema: { type: 'string' } },
    (text) => E.right<string, string | undefined>(text),
    as,
  );

/** Yes or no; no where nothing is said. */
export const yesParam = <A>(
  name: string,
  description: string,
  as: (yes: boolean) => A,
): Params<A> =>
  param(
    { name, description, schema: { type: 'boolean', default: false } },
    (text): E.Either<string, boolean> =>
      text === undefined || text === 'true' || text === 'false'
        ? E.right(text === 'true')
        : E.left(`"${text.slice(0, 80)}" is not accepted; accepted are true and false.`),
    as,
  );
