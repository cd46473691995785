import type { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterPosition } from '../cluster-event.ts';
import type { FollowFault } from '../replica.ts';

/** How far a copy has followed its cluster; to be called within the transaction of what was taken in. */
export type FollowState = Readonly<{
  position: () => ClusterPosition | undefined;
  moveTo: (position: ClusterPosition) => void;
  /** Why what the copy holds may be wrong, by whichever process met it. */
  fault: () => FollowFault | undefined;
  giveUp: (fault: FollowFault) => void;
  /** When the copy was last known to hold everything, in ms since 1970; `undefined` where it never was. */
  heldAll_ms: () => number | undefined;
  noteHeldAll: (at_ms: number) => void;
}>;

const positionIn = (row: Record<string, unknown> | undefined): ClusterPosition | undefined => {
  const [commit, prepare] = [row?.['commit_position'], row?.['prepare_position']];
  return typeof commit === 'string' && typeof prepare === 'string'
    ? { commit: BigInt(commit), prepare: BigInt(prepare) }
    : undefined;
};

export const followState = (db: DatabaseSync): FollowState => {
  const select = db.prepare('SELECT * FROM replica');
  const move = db.prepare('UPDATE replica SET commit_position = ?, prepare_position = ?');
  const giveUp = db.prepare('UPDATE replica SET fault = ?');
  const noteHeldAll = db.prepare('UPDATE replica SET held_all_ms = ?');
  return {
    position: () => positionIn(select.get()),
    moveTo: ({ commit, prepare }) => {
      move.run(String(commit), String(prepare));
    },
    fault: () => {
      const message = select.get()?.['fault'];
      return typeof message === 'string'
        ? { _tag: 'Reordered', message, isSound: false }
        : undefined;
    },
    giveUp: ({ message }) => {
      giveUp.run(message);
    },
    heldAll_ms: () => {
      const at_ms = select.get()?.['held_all_ms'];
      return typeof at_ms === 'number' ? at_ms : undefined;
    },
    noteHeldAll: (at_ms) => {
      // A note, no more: where the disk is full it stays as it was.
      E.tryCatch(
        () => noteHeldAll.run(Math.trunc(at_ms)),
        () => undefined,
      );
    },
  };
};
