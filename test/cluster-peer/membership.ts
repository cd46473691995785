import type { Endpoint } from './errors.ts';

/** A node as the others know of it. */
export type Member = {
  readonly instanceId: string;
  endpoint: Endpoint;
  /** Whether it runs. */
  alive: boolean;
};

/** Who belongs to a cluster, and who leads it. Shared by its nodes. */
export type Membership = {
  readonly members: Member[];
  /** None: there is no quorum. */
  leader: Member | undefined;
};

export const newMembership = (): Membership => ({ members: [], leader: undefined });

/** KurrentDB: Data/VNodeState.cs, as far as it is played here. */
export type NodeState = 'Leader' | 'Follower' | 'Unknown' | 'Shutdown';

export const stateOf = (membership: Membership, member: Member): NodeState => {
  if (!member.alive) return 'Shutdown';
  const { leader } = membership;
  if (!leader?.alive) return 'Unknown';
  return leader === member ? 'Leader' : 'Follower';
};
