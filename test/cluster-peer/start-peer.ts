import { randomUUID } from 'node:crypto';
import { type ClusterStore, createStore, type StoreOptions } from './cluster-store.ts';
import { createConnections } from './connections.ts';
import { type Endpoint, errors } from './errors.ts';
import { type Call, createFaults, type Faults } from './faults.ts';
import { createGrpcServer } from './grpc-server.ts';
import { type Listener, listen, type Tls } from './listener.ts';
import { defaultMaxAppendSize } from './log-record-size.ts';
import { type Member, type Membership, newMembership } from './membership.ts';
import type { Node } from './node.ts';
import { createOpenCalls } from './open-calls.ts';
import type { User } from './users.ts';
import { createView } from './view.ts';

export type PeerOptions = StoreOptions &
  Readonly<{
    /** What it keeps; a store of its own unless given. The options of a store are for that one. */
    store?: ClusterStore;
    /** The cluster that it belongs to; one of its own, of which it is the leader, unless given. */
    membership?: Membership;
    tls?: Tls;
    /** Who may use it; everybody where none are given. Clients send credentials over TLS only. */
    users?: ReadonlyArray<User>;
    /** In bytes. */
    maxAppendSize?: number;
    serverVersion?: string;
    /** What clients call it: 127.0.0.1, or localhost over TLS, unless given. It listens on the loopback interface. */
    host?: string;
    /** Any that is free unless given. */
    port?: number;
  }>;

/** A KurrentDB node as its clients see it. */
export type Peer = Readonly<{
  endpoint: Endpoint;
  /** Without credentials. */
  connectionString: string;
  /** What is stored, to look at and to write to behind the clients' backs. */
  store: ClusterStore;
  faults: Faults;
  /** The next call that is wanted, as it arrives. */
  arrival: (wanted: (call: Call) => boolean) => Promise<Call>;
  member: Member;
  /** Without a leader there is no quorum. */
  membership: Membership;
  /** How many connections are open. */
  connections: () => number;
  dropConnections: () => void;
  /** How many streams are open, of appends and of answers, and calls that are never answered. */
  openCalls: () => number;
  /** Whether new connections are accepted and never spoken to, as by a machine that hangs. */
  setDeaf: (isDeaf: boolean) => void;
  /** Keeps what is written from now on from being seen on this node, as on a follower that lags behind. */
  holdReplication: () => void;
  releaseReplication: () => void;
  /** Ends every stream that is open, of appends and of answers, as if all were said. */
  endStreams: () => void;
  /** Goes in good order: streams that are open end with an error, calls that are under way are finished. */
  shutDown: (how?: 'Unknown' | 'Cancelled') => Promise<void>;
  /** Goes as a process that is killed does. What is stored is still there when it is started again. */
  kill: () => Promise<void>;
  /** Listens again, on the same port. */
  restart: () => Promise<void>;
  /** Ends it for good; no handle stays open. */
  stop: () => Promise<void>;
}>;

const connectionStringOf = ({ address, port }: Endpoint, tls: Tls | undefined): string => {
  const ca = tls?.caFile === undefined ? '' : `&tlsCAFile=${tls.caFile}`;
  return `esdb://${address}:${port}?tls=${tls ? 'true' : 'false'}${ca}`;
};

type Parts = Omit<Node, 'isRunning'>;

/** Starts and ends what listens; what a node is otherwise stays the same. */
const createRuns = (
  parts: Parts,
  { tls, isDeaf }: Readonly<{ tls: Tls | undefined; isDeaf: () => boolean }>,
): Pick<Peer, 'kill' | 'shutDown' | 'restart'> => {
  const { member, connections, openCalls } = parts;
  let listener: Listener | undefined;

  const end = async (close: (listener: Listener) => Promise<void>): Promise<void> => {
    const ended = listener;
    listener = undefined;
    member.alive = false;
    if (ended) await close(ended);
    openCalls.forget();
  };

  return {
    restart: async () => {
      // A node of its own each time: what was slow before it went does not happen after it came back.
      const run = { isRunning: false };
      const grpc = createGrpcServer({ ...parts, isRunning: () => run.isRunning });
      const { address, port } = member.endpoint;
      const begun = await listen(grpc, { tls, port, isDeaf }, connections);
      const stopped = <A>(close: () => Promise<A>) => {
        run.isRunning = false;
        return close();
      };
      run.isRunning = true;
      listener = {
        port: begun.port,
        kill: () => stopped(begun.kill),
        close: () => stopped(begun.close),
      };
      member.endpoint = { address, port: begun.port };
      member.alive = true;
    },
    kill: () => end((ended) => ended.kill()),
    shutDown: (how = 'Unknown') =>
      end((ended) => {
        const closed = ended.close();
        openCalls.failAll(how === 'Unknown' ? errors.handlerThrew() : errors.cancelled());
        return closed;
      }),
  };
};

export const startPeer = async (options: PeerOptions = {}): Promise<Peer> => {
  const { tls, users, port = 0 } = options;
  const address = options.host ?? (tls ? 'localhost' : '127.0.0.1');
  const store = options.store ?? createStore(options);
  const membership = options.membership ?? newMembership();
  const member: Member = { instanceId: randomUUID(), endpoint: { address, port }, alive: false };
  const { faults, source, arrival } = createFaults();
  const connections = createConnections();
  const openCalls = createOpenCalls();
  const { hold, release, ...view } = createView(store);
  let isDeaf = false;
  const parts: Parts = {
    store,
    membership,
    member,
    faults: source,
    connections,
    openCalls,
    users,
    maxAppendSize: options.maxAppendSize ?? defaultMaxAppendSize,
    serverVersion: options.serverVersion ?? '23.10.0',
    ...view,
  };
  const runs = createRuns(parts, { tls, isDeaf: () => isDeaf });
  await runs.restart();
  membership.members.push(member);
  membership.leader ??= member;
  return {
    endpoint: member.endpoint,
    connectionString: connectionStringOf(member.endpoint, tls),
    store,
    faults,
    arrival,
    member,
    membership,
    connections: connections.count,
    dropConnections: connections.dropAll,
    openCalls: openCalls.count,
    setDeaf: (is) => {
      isDeaf = is;
    },
    holdReplication: hold,
    releaseReplication: release,
    endStreams: openCalls.endAll,
    ...runs,
    stop: runs.kill,
  };
};
