import type { DatabaseSync } from 'node:sqlite';
import type { ClusterPosition } from '../cluster-event.ts';
import type { FollowFault } from '../replica.ts';

/** How far a copy has followed its cluster; to be called within the transaction of what was taken in. */
export type FollowState = Readonly<{
  position: () => ClusterPosition | undefined;
  moveTo: (position: ClusterPosition) => void;
  /** Why the copy must not be followed any further, by whichever process met it. */
  fault: () => FollowFault | undefined;
  giveUp: (fault: FollowFault) => void;
}>;

const positionIn = (row: Record<string, unknown> | undefined): ClusterPosition | undefined => {
  const [commit, prepare] = [row?.['commit_position'], row?.['prepare_position']];
  return typeof commit === 'string' && typeof prepare === 'string'
    ? { commit: BigInt(commit), prepare: BigInt(prepare) }
    : undefined;
};

export const followState = (db: DatabaseSync): FollowState => {
  const select = db.prepare('SELECT commit_position, prepare_position, fault FROM replica');
  const move = db.prepare('UPDATE replica SET commit_position = ?, prepare_position = ?');
  const giveUp = db.prepare('UPDATE replica SET fault = ?');
  return {
    position: () => positionIn(select.get()),
    moveTo: ({ commit, prepare }) => {
      move.run(String(commit), String(prepare));
    },
    fault: () => {
      const message = select.get()?.['fault'];
      return typeof message === 'string' ? { _tag: 'Reordered', message } : undefined;
    },
    giveUp: ({ message }) => {
      giveUp.run(message);
    },
  };
};
