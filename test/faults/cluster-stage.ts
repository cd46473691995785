import { type ClusterStore, type Peer, startCluster, startPeer } from '../cluster-peer/index.ts';
import type { Chance } from './cluster-chance.ts';
import { type Misfortunes, befall } from './cluster-misfortunes.ts';
import type { TestNode } from './cluster-node.ts';
import type { TurnTime } from './cluster-turns.ts';

/** One server, or a cluster of three, whose troubles a schedule makes. */
export type Servers = Readonly<{
  connection: string;
  store: ClusterStore;
  peers: ReadonlyArray<Peer>;
  leader: () => Peer | undefined;
  /** Makes one of them lead, which holds all then; none, and there is no quorum. */
  elect: (peer: Peer | undefined) => void;
  stop: () => Promise<void>;
}>;

/** Servers, nodes that follow them, and what befalls them. */
export type Stage = Readonly<{
  seed: number;
  tenant: string;
  servers: Servers;
  nodes: ReadonlyArray<TestNode>;
  chance: Chance;
  time: TurnTime;
  told: (what: string) => void;
}>;

/** A client that waits between two rounds of gossip does so by the clock. */
const atOnce = '&discoveryInterval=0&maxDiscoverAttempts=2';

const startAll = async (
  count: 1 | 3,
): Promise<Omit<Servers, 'leader' | 'elect'> & Pick<Peer, 'membership'>> => {
  if (count === 3) {
    const { nodes, connectionString, ...cluster } = await startCluster();
    return { ...cluster, peers: nodes, connection: connectionString + atOnce };
  }
  const peer = await startPeer();
  return { ...peer, connection: peer.connectionString, peers: [peer] };
};

export const startServers = async (count: 1 | 3): Promise<Servers> => {
  const { membership, ...servers } = await startAll(count);
  return {
    ...servers,
    leader: () => servers.peers.find(({ member }) => member === membership.leader),
    elect: (peer) => {
      // Nobody is elected who lacks what the others have: a leader never lags behind.
      peer?.releaseReplication();
      membership.leader = peer?.member;
    },
  };
};

/** Sets the faults of all servers going. */
export const befallAll = ({ peers }: Servers, misfortunes: Omit<Misfortunes, 'name'>): void => {
  peers.forEach((peer, index) => {
    befall(peer, { ...misfortunes, name: `server ${index}` });
  });
};

/** From now on nothing goes wrong: every server runs, one leads, nothing is held back. */
export const mend = async ({ peers, elect }: Servers): Promise<void> => {
  for (const peer of peers) {
    peer.faults.clear();
    peer.setDeaf(false);
    peer.releaseReplication();
    if (!peer.member.alive) await peer.restart();
  }
  elect(peers[0]);
};
