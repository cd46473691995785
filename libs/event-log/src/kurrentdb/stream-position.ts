import type { Position, StorageError } from '@trackrecord/application/ports';
import { type StreamPlace, streamPlaceIn, streamPlaceText } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** A position of this engine, such as `plan-ashford@17`: the same on every node. */
export const positionAt = (place: StreamPlace): Position => streamPlaceText(place);

/** A position taken apart; a failure for what this engine has never given. */
export const streamPosition = (position: Position): E.Either<StorageError, StreamPlace> =>
  E.fromNullable<StorageError>({
    _tag: 'Unavailable',
    message: `“${position}” is no position of this log: a position is what the log itself gave with an event`,
  })(streamPlaceIn(position));
