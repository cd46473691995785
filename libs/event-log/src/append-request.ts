import {
  type AppendError,
  type Appended,
  type ExpectedRevision,
  type Identified,
  appendBytes,
  maxAppendBytes,
} from '@trackrecord/application/ports';
import type { EventId, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js';
import type { EventCodec } from './event-codec.ts';

/** An append as an engine takes it: events as text, so that it can be handed to another thread. */
export type AppendRequest = Readonly<{
  stream: StreamName;
  expected: ExpectedRevision;
  ids: ReadonlyArray<EventId>;
  texts: ReadonlyArray<string>;
}>;

export type AppendOutcome = E.Either<AppendError, Appended>;

/** Encodes an append, or says that it is too large for any engine. */
export const appendRequest = <A extends Identified>(
  codec: EventCodec<A>,
  stream: StreamName,
  expected: ExpectedRevision,
  events: NonEmptyArray<A>,
): E.Either<AppendError, AppendRequest> => {
  const texts = events.map(codec.encode);
  const bytes = appendBytes(texts.map((text) => Buffer.byteLength(text)));
  return bytes > maxAppendBytes
    ? E.left({ _tag: 'TooLarge', bytes, limit: maxAppendBytes })
    : E.right({ stream, expected, ids: events.map(({ id }) => id), texts });
};

/** Whether a stream whose last revision is `actual` is where the writer believed it to be. */
export const isExpected = (expected: ExpectedRevision, actual: number | undefined): boolean =>
  expected._tag === 'NoStream' ? actual === undefined : expected.revision === actual;
