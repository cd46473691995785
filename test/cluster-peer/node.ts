import type { Metadata, StatusObject } from '@grpc/grpc-js';
import type { ClusterStore } from './cluster-store.ts';
import type { Connections } from './connections.ts';
import type { NotHandled } from './errors.ts';
import type { FaultSource } from './faults.ts';
import type { OpenCalls } from './open-calls.ts';
import { type Member, type Membership, stateOf } from './membership.ts';
import { refusal, type User } from './users.ts';

/** What the services of one node work with. */
export type Node = Readonly<{
  store: ClusterStore;
  membership: Membership;
  member: Member;
  faults: FaultSource;
  connections: Connections;
  openCalls: OpenCalls;
  users: ReadonlyArray<User> | undefined;
  maxAppendSize: number;
  serverVersion: string;
  /** How many events of `$all` have come to this node. */
  visible: () => number;
  /** Whether it still runs: what was to happen later does not happen on a node that was stopped. */
  isRunning: () => boolean;
  /** Calls back when there may be more to see; the answer takes the listener away. */
  onVisible: (listener: () => void) => () => void;
}>;

const requiresLeader = (metadata: Metadata): boolean =>
  metadata.get('requires-leader')[0]?.toString().toLowerCase() === 'true';

export const notLeader = ({ membership }: Node): NotHandled => ({
  _tag: 'NotLeader',
  leader: membership.leader?.endpoint,
});

/** Without being asked for the leader, a follower passes a write on. */
export const writeNotHandled = (node: Node, metadata: Metadata): NotHandled | undefined => {
  switch (stateOf(node.membership, node.member)) {
    case 'Leader':
      return undefined;
    case 'Follower':
      return requiresLeader(metadata) ? notLeader(node) : undefined;
    case 'Unknown':
    case 'Shutdown':
      return { _tag: 'NotReady' };
  }
};

/** Any node answers a read from what it has, unless it is asked to be the leader. */
export const readNotHandled = (node: Node, metadata: Metadata): NotHandled | undefined => {
  if (!requiresLeader(metadata)) return undefined;
  switch (stateOf(node.membership, node.member)) {
    case 'Leader':
      return undefined;
    case 'Follower':
      return notLeader(node);
    case 'Unknown':
    case 'Shutdown':
      return { _tag: 'NotReady' };
  }
};

export const accessRefusal = (
  node: Node,
  metadata: Metadata,
  stream: string,
): StatusObject | undefined => refusal(node.users, metadata, stream);
