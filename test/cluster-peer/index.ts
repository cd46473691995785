// A KurrentDB node, or a cluster of them, played in-process for tests: what clients see of the real one, and its faults.
// It serves the definitions that ship in @eventstore/db-client and keeps nothing on disk.
export type { AppendOutcome } from './append-outcome.ts';
export {
  type Authority,
  type Certificate,
  createAuthority,
  type Validity,
} from './certificates.ts';
export {
  type ClusterStore,
  createStore,
  type PlainEvent,
  type StoreOptions,
} from './cluster-store.ts';
export type { Endpoint } from './errors.ts';
export type {
  Call,
  CallFault,
  CallKind,
  CallPlan,
  Delivery,
  DeliveryFault,
  DeliveryPlan,
  Faults,
  Moment,
} from './faults.ts';
export type { Tls } from './listener.ts';
export type { Member, Membership } from './membership.ts';
export { type Cluster, startCluster } from './start-cluster.ts';
export { type Peer, type PeerOptions, startPeer } from './start-peer.ts';
export {
  deletedStream,
  type Expected,
  type LogPosition,
  type Proposed,
  type StoredEvent,
} from './stored-event.ts';
export type { User } from './users.ts';
