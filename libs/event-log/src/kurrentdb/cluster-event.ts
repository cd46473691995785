/** A place in the global order of a cluster, its `$all`. */
export type ClusterPosition = Readonly<{ commit: bigint; prepare: bigint }>;

/** An event in our name space as the server gives it. Nothing of it is believed yet. */
export type ClusterEvent = Readonly<{
  /** The whole name, with the tenant's prefix. */
  stream: string;
  /** Its revision on the server, from 0. */
  revision: bigint;
  id: string;
  type: string;
  /** The JSON value; `undefined` where it was not written as JSON. */
  data: unknown;
  metadata: unknown;
  /** When the server stored it, in ms since 1970 by the server's clock. */
  created_ms: number;
  position: ClusterPosition;
}>;
