import type { Identified } from '@trackrecord/application/ports';
import type * as E from 'fp-ts/lib/Either.js';

/** How a log turns an event into stored bytes and back. The log itself knows nothing of an event but its id. */
export type EventCodec<A extends Identified> = Readonly<{
  /**
   * The event as canonical JSON (RFC 8785), an object with its `id`: these characters, in UTF-8, are the stored bytes.
   */
  encode: (event: A) => string;
  /** A parsed JSON value as an event, or what is wrong with it. Called for every event read: keep it cheap. */
  decode: (json: unknown) => E.Either<string, A>;
}>;
