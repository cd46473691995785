import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FollowFault } from '../replica.ts';

/** What a person can do about it. */
const remedies: Readonly<Record<FollowFault['_tag'], string>> = {
  Gap: 'part of the stream is missing in the cluster, or was cut away there; restore the cluster’s backup, or leave this node as it is: what it holds was sound',
  Reordered:
    'this node may have numbered events wrongly: move its replica.db away and start again; the copy is made anew',
  Replaced:
    'this copy was made from another cluster, or from this one before it was restored: name the right cluster, or move this node’s replica.db away and start again; the copy is made anew',
  Deleted: 'restore the cluster’s backup; what this node holds was sound',
  NewerFormat: '',
};

const withRemedy = (message: string, remedy: string): string =>
  remedy === '' ? message : `${message}: ${remedy}`;

export const fault = (_tag: FollowFault['_tag'], message: string): FollowFault => ({
  _tag,
  message: withRemedy(message, remedies[_tag]),
});

/** A fault met at an event; `what` goes on from the event's name. */
export const faultAt = (
  _tag: FollowFault['_tag'],
  { stream, revision, id, type, position }: ClusterEvent,
  what: string,
): FollowFault =>
  fault(
    _tag,
    `the cluster’s event ${id} (${type}, revision ${String(revision)} of ${stream}, position ${String(position.commit)}) ${what}`,
  );

/** Whether a position is after another; `undefined` is before everything. */
export const isAfter = (position: ClusterPosition, other: ClusterPosition | undefined): boolean =>
  other === undefined ||
  position.commit > other.commit ||
  (position.commit === other.commit && position.prepare > other.prepare);
