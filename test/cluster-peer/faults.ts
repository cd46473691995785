import type { StoredEvent } from './stored-event.ts';
import type { Endpoint } from './errors.ts';

export type CallKind =
  'Append' | 'Delete' | 'Tombstone' | 'Read' | 'Subscribe' | 'Gossip' | 'Features';

/** A call as a fault is chosen for it. An append on the batch stream is a call of its own. */
export type Call = Readonly<{
  kind: CallKind;
  /** How many calls of its kind this peer had before. */
  number: number;
  /** The stream's whole name; `undefined` where `$all` is read, and for calls about no stream. */
  stream: string | undefined;
  /** The ids of the events of an append. */
  ids: ReadonlyArray<string>;
  /** Of an append: whether it came over the batch stream. */
  batch: boolean;
}>;

/** Before or after the write; for a read, before the first or after the last answer; for a subscription, its confirmation. */
export type Moment = 'before' | 'after';

export type CallFault =
  /** Accepted and never answered. */
  | Readonly<{ _tag: 'Silent'; moment: Moment }>
  /** The connection goes, with every other call on it. */
  | Readonly<{ _tag: 'Drop'; moment: Moment }>
  /** The server's own deadline: it does not say whether the events are stored. */
  | Readonly<{ _tag: 'TimedOut'; moment: Moment }>
  /** The server ends the stream of answers as if all were said; where one answer is owed, it fails instead. */
  | Readonly<{ _tag: 'Ended'; moment: Moment }>
  /** Goes on once the promise is fulfilled, with another fault if one is given. */
  | Readonly<{ _tag: 'Slow'; moment: Moment; until: Promise<unknown>; then?: CallFault }>
  /** Nothing is written; the leader is the cluster's, or the one given. */
  | Readonly<{ _tag: 'NotLeader'; leader?: Endpoint }>
  | Readonly<{ _tag: 'NotReady' }>
  | Readonly<{ _tag: 'TooBusy' }>;

/** An event on its way to a reader. */
export type Delivery = Readonly<{
  kind: 'Read' | 'Subscribe';
  /** Of the reading call. */
  call: Call;
  event: StoredEvent;
  /** How many events the call got before. */
  number: number;
}>;

export type DeliveryFault =
  | Readonly<{ _tag: 'Twice' }>
  /** A gap. */
  | Readonly<{ _tag: 'Skipped' }>
  /** Delivered behind the next event. */
  | Readonly<{ _tag: 'Swapped' }>
  /** Nothing more is delivered until the promise is fulfilled. */
  | Readonly<{ _tag: 'Slow'; until: Promise<unknown> }>
  /** Instead of the event the connection goes, or the stream of answers ends, or never goes on. */
  | Readonly<{ _tag: 'Drop' }>
  | Readonly<{ _tag: 'Ended' }>
  | Readonly<{ _tag: 'Silent' }>
  | Readonly<{ _tag: 'NotReady' }>
  /** Another event is delivered in its place. */
  | Readonly<{ _tag: 'Replaced'; by: StoredEvent }>;

export type CallPlan = (call: Call) => CallFault | undefined;
export type DeliveryPlan = (delivery: Delivery) => DeliveryFault | undefined;

/** The faults of one peer. What is queued comes first, then what the plan says. */
export type Faults = Readonly<{
  /** The next call of a kind has this fault; calls of it that come later the next one in the queue. */
  next: (kind: CallKind, ...faults: ReadonlyArray<CallFault>) => void;
  /** Asked for every call for which nothing is queued. */
  plan: (plan: CallPlan) => void;
  /** The next event on its way to any reader has this fault. */
  nextDelivery: (...faults: ReadonlyArray<DeliveryFault>) => void;
  planDeliveries: (plan: DeliveryPlan) => void;
  /** From now on nothing goes wrong. */
  clear: () => void;
}>;

/** How the peer asks. */
export type FaultSource = Readonly<{
  arrived: (call: Omit<Call, 'number'>) => Readonly<{ call: Call; fault: CallFault | undefined }>;
  /** `undefined` while no fault of deliveries is set, so that a reader need not ask for each event. */
  deliveries: () => DeliveryPlan | undefined;
}>;

type Waiter = Readonly<{ wanted: (call: Call) => boolean; seen: (call: Call) => void }>;

export type FaultControl = Readonly<{
  faults: Faults;
  source: FaultSource;
  /** The next call that is wanted, as it arrives. */
  arrival: (wanted: (call: Call) => boolean) => Promise<Call>;
}>;

export const createFaults = (): FaultControl => {
  const queues = new Map<CallKind, CallFault[]>();
  const counts = new Map<CallKind, number>();
  const deliveryQueue: DeliveryFault[] = [];
  let waiters: ReadonlyArray<Waiter> = [];
  let plan: CallPlan | undefined;
  let deliveryPlan: DeliveryPlan | undefined;

  const deliver: DeliveryPlan = (delivery) => deliveryQueue.shift() ?? deliveryPlan?.(delivery);

  const announce = (call: Call): void => {
    const [met, left] = [true, false].map((is) => waiters.filter((w) => w.wanted(call) === is));
    waiters = left ?? [];
    for (const { seen } of met ?? []) seen(call);
  };

  return {
    faults: {
      next: (kind, ...faults) => {
        queues.set(kind, [...(queues.get(kind) ?? []), ...faults]);
      },
      plan: (chosen) => {
        plan = chosen;
      },
      nextDelivery: (...faults) => {
        deliveryQueue.push(...faults);
      },
      planDeliveries: (chosen) => {
        deliveryPlan = chosen;
      },
      clear: () => {
        queues.clear();
        deliveryQueue.length = 0;
        plan = undefined;
        deliveryPlan = undefined;
      },
    },
    source: {
      arrived: (described) => {
        const { kind } = described;
        const number = counts.get(kind) ?? 0;
        counts.set(kind, number + 1);
        const call = { ...described, number };
        if (waiters.length > 0) announce(call);
        return { call, fault: queues.get(kind)?.shift() ?? plan?.(call) };
      },
      deliveries: () =>
        deliveryQueue.length > 0 || deliveryPlan !== undefined ? deliver : undefined,
    },
    arrival: (wanted) =>
      new Promise((seen) => {
        waiters = [...waiters, { wanted, seen }];
      }),
  };
};
