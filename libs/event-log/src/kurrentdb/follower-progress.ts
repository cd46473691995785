import type { Progress } from '@trackrecord/application/ports';
import type { ClusterPosition } from './cluster-event.ts';

/** From where to where a copy has come, and how far there is to go. */
export type Way = Readonly<{
  start: Readonly<{ head: number; position: ClusterPosition | undefined }>;
  now: Readonly<{ head: number; position: ClusterPosition | undefined }>;
  /** The cluster's last position, as far as it is known. */
  end: ClusterPosition | undefined;
}>;

const commitOf = (position: ClusterPosition | undefined): number => Number(position?.commit ?? 0n);

/**
 * Events taken since the start, of how many. Positions tell how much of the way is done, and events are taken to be
 * spread over it evenly; so the total is an estimate, until the end is reached.
 */
export const progressOf = ({ start, now, end }: Way): Progress => {
  const done = now.head - start.head;
  if (end === undefined) return { done };
  const length = commitOf(end) - commitOf(start.position);
  const behind = commitOf(now.position) - commitOf(start.position);
  const share = length > 0 ? Math.min(1, behind / length) : 1;
  return share > 0 ? { done, total: Math.round(done / share) } : { done };
};
