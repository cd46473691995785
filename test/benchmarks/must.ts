import * as E from 'fp-ts/lib/Either.js';
import { PathReporter } from 'io-ts/lib/PathReporter.js';
import type * as t from 'io-ts';

/** A value that a codec takes; a benchmark whose own data does not fit is mistaken. */
export const must =
  <A>(codec: t.Type<A, unknown>) =>
  (value: unknown): A => {
    if (codec.is(value)) return value;
    throw new Error(PathReporter.report(codec.decode(value)).join('; '));
  };

/** The answer of something that must not fail here. */
export const rightOf = <L, A>(answer: E.Either<L, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(JSON.stringify(answer.left));
};
