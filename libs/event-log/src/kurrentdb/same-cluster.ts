import type { StorageError } from '@trackrecord/application/ports';
import type { ClusterConnection } from './connection.ts';
import { type Identity, identify } from './follower-identity.ts';
import type { Follower } from './follower.ts';
import type { Replica } from './replica.ts';

type Parts = Readonly<{
  connection: Pick<ClusterConnection, 'readStream'>;
  replica: Pick<Replica, 'last'>;
  feed: Pick<Follower, 'condition'>;
}>;

/** Decisions would be made on a copy that is never going to be right, or be recorded in a log that is another one. */
const nothingIsRecorded = (why: string): StorageError => ({
  _tag: 'Unavailable',
  message: `nothing is recorded while this node does not follow its cluster: ${why}`,
});

/**
 * Asks, before something is appended, whether it may be: to the cluster that the copy was made from, while that is
 * followed. A follower has made sure of the cluster once it is live, and has to be sure again when it was away; a
 * process that another one brings the copy for asks for itself.
 * @returns why not; `undefined` where it may
 */
export const sameCluster = ({
  connection,
  replica,
  feed,
}: Parts): (() => Promise<StorageError | undefined>) => {
  let isSure = false;
  let asking: Promise<Identity> | undefined;

  const ask = (): Promise<Identity> => {
    asking ??= identify(connection, replica, true).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return async () => {
    const { state, problem } = feed.condition();
    if (state === 'stopped') return nothingIsRecorded(problem ?? 'it has stopped');
    if (state === 'live') isSure = true;
    if (isSure && state !== 'away') return undefined;
    const identity = await ask();
    switch (identity._tag) {
      case 'Same':
        isSure = true;
        return undefined;
      case 'Unknown':
      case 'Unreadable':
        return identity.error;
      default:
        return nothingIsRecorded(identity.message);
    }
  };
};
