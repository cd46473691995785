import type { StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Delay } from '../delay.ts';
import { type Acknowledged, reached } from './acknowledged.ts';
import type { Follower } from './follower.ts';
import type { Replica } from './replica.ts';

/** How long those wait who wait for the copy, and by which timer. */
export type Patience = Readonly<{ patience_ms: number; delay: Delay }>;

/** Waiting for the node's copy of the log. */
export type UntilCopied = Readonly<{
  /** A stream up to a revision on the server; whether the copy came to hold it. */
  stream: (stream: StreamName, onServer: bigint) => Promise<boolean>;
  /**
   * All that this process has stored until now: whoever has stored something can read it. Where the copy is not being
   * brought forward, nothing is waited for: readers are served what it holds.
   */
  ownWrites: () => Promise<E.Either<StorageError, void>>;
}>;

type Parts = Readonly<{
  replica: Pick<Replica, 'lastOnServer'>;
  feed: Pick<Follower, 'condition' | 'moved'>;
  patience: Patience;
  acknowledged: Pick<Acknowledged, 'ends'>;
  /** Ends all waiting at once. */
  closing: AbortSignal;
}>;

export const isClosed: StorageError = {
  _tag: 'Unavailable',
  message: 'the log in the cluster is closed',
};

const notCopied: StorageError = {
  _tag: 'Unavailable',
  message:
    'the cluster has it, and this node’s own copy of the log does not hold it yet: ask again in a moment, or see “trackrecord log status”',
};

/** Waits until the copy is as far as asked, looking whenever it moves. */
const wait = async (
  isThere: () => boolean,
  { feed, patience, closing }: Parts,
): Promise<boolean> => {
  if (isThere()) return true;
  const waiting = new AbortController();
  const { signal } = waiting;
  void patience.delay(patience.patience_ms, AbortSignal.any([closing, signal])).then(() => {
    waiting.abort();
  });
  try {
    for (;;) {
      const seen = feed.moved.seen();
      if (isThere()) return true;
      if (signal.aborted || closing.aborted) return false;
      await feed.moved.since(seen, signal);
    }
  } finally {
    waiting.abort();
  }
};

export const untilCopied = (parts: Parts): UntilCopied => {
  const { replica, feed, acknowledged, closing } = parts;

  return {
    stream: (stream, onServer) =>
      wait(() => (replica.lastOnServer(stream) ?? -1n) >= onServer, parts),
    ownWrites: async () => {
      const ends = acknowledged.ends();
      const areThere = await wait(() => reached(replica, ends) || !feed.condition().isFed, parts);
      if (closing.aborted) return E.left(isClosed);
      return areThere ? E.right(undefined) : E.left(notCopied);
    },
  };
};
