import type { Position, StorageError } from '@trackrecord/application/ports';
import { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** Where an event stands, by its stream's own count: what an append knows the moment that it is acknowledged. */
export type StreamPosition = Readonly<{ stream: StreamName; revision: number }>;

/** A position of this engine, such as `plan-ashford@17`: the same on every node. */
export const positionAt = ({ stream, revision }: StreamPosition): Position =>
  `${stream}@${revision}`;

/** A position taken apart; a failure for what this engine has never given. */
export const streamPosition = (position: Position): E.Either<StorageError, StreamPosition> => {
  const [stream, revision, ...rest] = position.split('@');
  return StreamName.is(stream) && /^\d{1,15}$/.test(revision ?? '') && rest.length === 0
    ? E.right({ stream, revision: Number(revision) })
    : E.left({
        _tag: 'Unavailable',
        message: `“${position}” is no position of this log: a position is what the log itself gave with an event`,
      });
};
