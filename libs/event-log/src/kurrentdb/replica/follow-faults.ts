import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FollowFault } from '../replica.ts';

/** What a person can do about it, where the copy is right as far as it is. */
const remedies: Readonly<Record<FollowFault['_tag'], string>> = {
  Gap: 'part of the stream is missing in the cluster, or was cut away there; restore the cluster’s backup, or leave this node as it is: what it holds was sound',
  Reordered: '',
  Replaced:
    'this copy was made from another cluster, or from this one before it was restored: name the right cluster, or move this node’s replica.db away and start again; the copy is made anew',
  Deleted: 'restore the cluster’s backup; what this node holds was sound',
  NewerFormat: '',
};

const startAnew =
  'this node may have numbered events wrongly: move its replica.db and views.db away and start again; both are made anew';

const withRemedy = (message: string, remedy: string): string =>
  remedy === '' ? message : `${message}: ${remedy}`;

/** @param isSound whether the copy is right as far as it is */
export const fault = (_tag: FollowFault['_tag'], message: string, isSound = true): FollowFault => ({
  _tag,
  message: withRemedy(message, isSound ? remedies[_tag] : startAnew),
  isSound,
});

/** A fault met at an event; `what` goes on from the event's name. */
export const faultAt = (
  _tag: FollowFault['_tag'],
  { stream, revision, id, type, position }: ClusterEvent,
  what: string,
  isSound = true,
): FollowFault =>
  fault(
    _tag,
    `the cluster’s event ${id} (${type}, revision ${String(revision)} of ${stream}, position ${String(position.commit)}) ${what}`,
    isSound,
  );

/** Whether a position is after another; `undefined` is before everything. */
export const isAfter = (position: ClusterPosition, other: ClusterPosition | undefined): boolean =>
  other === undefined ||
  position.commit > other.commit ||
  (position.commit === other.commit && position.prepare > other.prepare);
