import { createStore, type ClusterStore } from './cluster-store.ts';
import { type Membership, newMembership } from './membership.ts';
import { type Peer, type PeerOptions, startPeer } from './start-peer.ts';

/** Nodes that share one log. The first leads until it is told otherwise. */
export type Cluster = Readonly<{
  nodes: ReadonlyArray<Peer>;
  store: ClusterStore;
  membership: Membership;
  leader: () => Peer | undefined;
  /** Makes a node the leader; without one there is no quorum: no writes, and no leader in gossip. */
  elect: (node: Peer | undefined) => void;
  /** Names all nodes: a client asks them for gossip and goes to the leader. */
  connectionString: string;
  stop: () => Promise<void>;
}>;

export const startCluster = async (
  options: Omit<PeerOptions, 'store' | 'membership' | 'port'> & Readonly<{ nodes?: number }> = {},
): Promise<Cluster> => {
  const store = createStore(options);
  const membership = newMembership();
  const nodes: Peer[] = [];
  for (let count = options.nodes ?? 3; count > 0; count -= 1)
    nodes.push(await startPeer({ ...options, store, membership }));
  const hosts = nodes.map(({ endpoint }) => `${endpoint.address}:${endpoint.port}`);
  const query = nodes[0]?.connectionString.split('?')[1] ?? '';
  return {
    nodes,
    store,
    membership,
    leader: () => nodes.find(({ member }) => member === membership.leader),
    elect: (node) => {
      membership.leader = node?.member;
    },
    connectionString: `esdb://${hosts.join(',')}?${query}`,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
};
