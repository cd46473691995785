import type { Identified, Recorded, StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { EventCodec } from './event-codec.ts';

/** An event as an engine keeps it: its stored text, and its dense number in the global order, from 1. */
export type StoredEvent = Readonly<{
  position: number;
  stream: StreamName;
  revision: number;
  text: string;
}>;

export const corrupt = (position: number, message: string): StorageError => ({
  _tag: 'Corrupt',
  position: String(position),
  message,
});

/** A stored text as JSON. */
export const parsed = (text: string): E.Either<string, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    () => 'not JSON',
  );

/** A stored event as the port gives it back; `Corrupt` where its text is no event. */
export const recorded =
  <A extends Identified>(codec: EventCodec<A>) =>
  (stored: StoredEvent): E.Either<StorageError, Recorded<A>> => {
    const json = parsed(stored.text);
    const event = E.isRight(json) ? codec.decode(json.right) : json;
    return E.isRight(event)
      ? E.right({
          event: event.right,
          stream: stored.stream,
          revision: stored.revision,
          position: String(stored.position),
        })
      : E.left(
          corrupt(
            stored.position,
            `the event at position ${stored.position} (${stored.stream}, revision ${stored.revision}) cannot be read: ${event.left}`,
          ),
        );
  };
