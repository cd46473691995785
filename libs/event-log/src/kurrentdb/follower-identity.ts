import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterConnection } from './connection.ts';
import { fault } from './replica/follow-faults.ts';
import type { FollowFault, Replica } from './replica.ts';

/** Whether a cluster is the one that a copy was made from. */
export type Identity =
  | Readonly<{ _tag: 'Same' }>
  | FollowFault
  /** The cluster did not say. */
  | Readonly<{ _tag: 'Unknown'; error: StorageError }>
  /** The copy cannot be read. */
  | Readonly<{ _tag: 'Unreadable'; error: StorageError }>;

/**
 * Asks for the copy's last event where it stood: it stands there still in the cluster that the copy was made from.
 * @param patiently asks again for as long as for an append; a follower says at once that the cluster is away, and has
 * tries of its own
 */
export const identify = async (
  { readStream }: Pick<ClusterConnection, 'readStream'>,
  { last }: Pick<Replica, 'last'>,
  patiently = false,
): Promise<Identity> => {
  const held = last();
  if (E.isLeft(held)) return { _tag: 'Unreadable', error: held.left };
  if (held.right === undefined) return { _tag: 'Same' };
  const { stream, revision, id } = held.right;
  const found = await readStream(stream, revision, 1, patiently ? undefined : 0)();
  if (E.isLeft(found)) {
    return found.left._tag === 'StreamDeleted'
      ? fault(
          'Deleted',
          `the last event of this node’s copy (${id}) is in ${stream}, which was deleted for good`,
        )
      : { _tag: 'Unknown', error: found.left };
  }
  const [event] = found.right;
  return event?.id === id && event.revision === revision
    ? { _tag: 'Same' }
    : fault(
        'Replaced',
        `the cluster does not hold the last event of this node’s copy (${id}, revision ${String(revision)} of ${stream})`,
      );
};
