import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { PathReporter } from 'io-ts/lib/PathReporter.js';

/**
 * A value as its codec's type, for tests that write values down.
 * @throws where the value does not fit: the test itself is wrong
 */
export const must =
  <A>(codec: t.Type<A, unknown, unknown>) =>
  (value: unknown): A => {
    const decoded = codec.decode(value);
    if (E.isLeft(decoded)) throw new Error(PathReporter.report(decoded).join('\n'));
    return decoded.right;
  };
