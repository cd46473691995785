import type { StreamName } from '@trackrecord/kernel';
import type { FollowerStatus } from './follower-status.ts';
import type { Replica } from './replica.ts';

/** Keeps account of how far a copy is behind. */
export type LagAccount = Readonly<{
  /** So many events were received that are not in the copy yet. */
  received: (count: number) => void;
  /** This process has stored events in a stream, which ends with this revision on the server. */
  acknowledged: (stream: StreamName, onServer: bigint) => void;
  /** To be called whenever something changes that lag depends on, before it does. */
  note: () => void;
  /** Writes down when the copy was last known to hold everything: for the next process. */
  save: () => void;
  lag: () => FollowerStatus['lag'];
}>;

/**
 * @param isLive whether all that the cluster has told is in the copy
 * @param now in ms since 1970
 */
export const lagAccount = (
  replica: Pick<Replica, 'lastOnServer' | 'heldAll_ms' | 'noteHeldAll'>,
  isLive: () => boolean,
  now: () => number,
): LagAccount => {
  const ends = new Map<StreamName, bigint>();
  let received = 0;
  let heldAll_ms = replica.heldAll_ms();

  const missing = (stream: StreamName, end: bigint): bigint =>
    end - (replica.lastOnServer(stream) ?? -1n);

  /** Lets go of what was told since: oldest first, so that each costs one look however many there are. */
  const forgetTold = (): void => {
    for (const [stream, end] of ends) {
      if (missing(stream, end) > 0n) return;
      ends.delete(stream);
    }
  };

  /** What this process has stored and not been told of. */
  const untold = (): number =>
    [...ends].reduce((sum, [stream, end]) => sum + Math.max(0, Number(missing(stream, end))), 0);

  /** What was received may be what was stored here: the more of the two is known for sure. */
  const events = (): number => Math.max(received, untold());

  const note = (): void => {
    forgetTold();
    if (isLive() && received === 0 && ends.size === 0) heldAll_ms = now();
  };

  return {
    received: (count) => {
      received = count;
    },
    acknowledged: (stream, onServer) => {
      note();
      ends.delete(stream);
      ends.set(stream, onServer);
    },
    note,
    save: () => {
      note();
      if (heldAll_ms !== undefined) replica.noteHeldAll(heldAll_ms);
    },
    lag: () => {
      note();
      const seconds =
        heldAll_ms === undefined ? undefined : Math.max(0, (now() - heldAll_ms) / 1000);
      return { events: events(), seconds };
    },
  };
};
