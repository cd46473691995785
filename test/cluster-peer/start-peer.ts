import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as NetServer } from 'node:net';
import { ServerCredentials, type Server } from '@grpc/grpc-js';
import { type ClusterStore, createStore, type StoreOptions } from './cluster-store.ts';
import { type Connections, createConnections } from './connections.ts';
import type { Endpoint } from './errors.ts';
import { type Call, createFaults, type Faults } from './faults.ts';
import { createGrpcServer } from './grpc-server.ts';
import { defaultMaxAppendSize } from './log-record-size.ts';
import { type Member, type Membership, newMembership } from './membership.ts';
import type { Node } from './node.ts';
import type { User } from './users.ts';

/** A server certificate, in PEM. */
export type Tls = Readonly<{ certificate: string; key: string; caFile?: string }>;

export type PeerOptions = StoreOptions &
  Readonly<{
    /** What it keeps; a store of its own unless given. Options of the store are for that one. */
    store?: ClusterStore;
    /** The cluster that it belongs to; one of its own, of which it is the leader, unless given. */
    membership?: Membership;
    tls?: Tls;
    /** Who may use it; everybody where none are given. */
    users?: ReadonlyArray<User>;
    /** In bytes. */
    maxAppendSize?: number;
    serverVersion?: string;
    /** Where it listens; any free port of the loopback interface unless given. */
    host?: string;
    port?: number;
  }>;

/** A KurrentDB node as its clients see it. */
export type Peer = Readonly<{
  endpoint: Endpoint;
  connectionString: string;
  store: ClusterStore;
  faults: Faults;
  /** The next call that is wanted, as it arrives. */
  arrival: (wanted: (call: Call) => boolean) => Promise<Call>;
  member: Member;
  membership: Membership;
  /** How many connections are open. */
  connections: () => number;
  dropConnections: () => void;
  /** New connections are accepted and never spoken to, until it is told otherwise. */
  setDeaf: (isDeaf: boolean) => void;
  /** Keeps what is written from now on from being seen on this node, as on a follower that lags behind. */
  holdReplication: () => void;
  releaseReplication: () => void;
  /** Goes as a process that is killed does. What it kept is still there when it is started again. */
  kill: () => Promise<void>;
  /** Listens again, on the same port. */
  restart: () => Promise<void>;
  /** Ends it for good; no handle stays open. */
  stop: () => Promise<void>;
}>;

type Listening = Readonly<{ grpc: Server; net: NetServer }>;

const credentialsOf = (tls: Tls | undefined): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [
        { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
      ])
    : ServerCredentials.createInsecure();

/** Which part of the log a node sees. */
const createView = (
  store: ClusterStore,
): Pick<Node, 'visible' | 'onVisible'> & Pick<Peer, 'holdReplication' | 'releaseReplication'> => {
  const listeners = new Set<() => void>();
  let held: number | undefined;
  return {
    visible: () => held ?? store.all().length,
    onVisible: (listener) => {
      const forget = store.onWrite(listener);
      listeners.add(listener);
      return () => {
        forget();
        listeners.delete(listener);
      };
    },
    holdReplication: () => {
      held = store.all().length;
    },
    releaseReplication: () => {
      held = undefined;
      for (const listener of [...listeners]) listener();
    },
  };
};

const listen = async (
  grpc: Server,
  options: Readonly<{ tls: Tls | undefined; host: string; port: number; isDeaf: () => boolean }>,
  connections: Connections,
): Promise<NetServer> => {
  const injector = grpc.createConnectionInjector(credentialsOf(options.tls));
  const net = createServer({ noDelay: true }, (socket) => {
    connections.add(socket);
    if (!options.isDeaf()) injector.injectConnection(socket);
  });
  net.listen(options.port, options.host);
  await once(net, 'listening');
  return net;
};

const portOf = (net: NetServer): number => {
  const address = net.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
};

const connectionStringOf = ({ address, port }: Endpoint, tls: Tls | undefined): string =>
  tls
    ? `esdb://${address}:${port}?tls=true${tls.caFile === undefined ? '' : `&tlsCAFile=${tls.caFile}`}`
    : `esdb://${address}:${port}?tls=false`;

export const startPeer = async (options: PeerOptions = {}): Promise<Peer> => {
  const { tls, host = '127.0.0.1' } = options;
  const store = options.store ?? createStore(options);
  const membership = options.membership ?? newMembership();
  const member: Member = {
    instanceId: randomUUID(),
    endpoint: { address: host, port: options.port ?? 0 },
    alive: false,
  };
  const { faults, source, arrival } = createFaults();
  const connections = createConnections();
  const { visible, onVisible, holdReplication, releaseReplication } = createView(store);
  let listening: Listening | undefined;
  let isDeaf = false;

  const start = async (): Promise<void> => {
    let isRunning = true;
    const node: Node = {
      store,
      membership,
      member,
      faults: source,
      connections,
      users: options.users,
      maxAppendSize: options.maxAppendSize ?? defaultMaxAppendSize,
      serverVersion: options.serverVersion ?? '23.10.0',
      visible,
      onVisible,
      isRunning: () => isRunning && listening !== undefined,
    };
    const grpc = createGrpcServer(node);
    const { port } = member.endpoint;
    const net = await listen(grpc, { tls, host, port, isDeaf: () => isDeaf }, connections);
    net.on('close', () => {
      isRunning = false;
    });
    member.endpoint = { address: host, port: portOf(net) };
    member.alive = true;
    listening = { grpc, net };
  };

  const kill = async (): Promise<void> => {
    if (!listening) return;
    const { grpc, net } = listening;
    listening = undefined;
    member.alive = false;
    const closed = once(net, 'close');
    net.close();
    connections.dropAll();
    grpc.forceShutdown();
    await closed;
  };

  await start();
  membership.members.push(member);
  membership.leader ??= member;
  const { endpoint } = member;
  return {
    endpoint,
    connectionString: connectionStringOf(endpoint, tls),
    store,
    faults,
    arrival,
    member,
    membership,
    connections: connections.count,
    dropConnections: connections.dropAll,
    setDeaf: (is) => {
      isDeaf = is;
    },
    holdReplication,
    releaseReplication,
    kill,
    restart: start,
    stop: kill,
  };
};
