import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { makeWakeUp } from '../../wake-up.ts';
import type { ClusterPosition } from '../cluster-event.ts';
import { prefixOf } from '../server-names.ts';
import { type Arrivals, makeArrivals } from './arrivals.ts';
import { type Failure, lost, passing } from './failure.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';
import { toClusterEvent } from './to-cluster-event.ts';

/** A batch is as much as fits into one transaction of the copy without holding up everything else for long. */
export const batch = 1_000;

/** Events that the client keeps ready; with its own sixteen it stops and starts the connection all the time. */
const readAhead = 512;

/** How many events of others the server looks through at once, and after how many such steps it states a checkpoint. */
const search = { maxSearchWindow: 500, checkpointInterval: 4 };

/** A subscription while it lasts: what it brings, and why it ended. */
export type Feed = Readonly<{
  arrivals: Arrivals;
  /** Why it ended; `undefined` while it lasts. */
  ended: () => Failure | undefined;
  /** Resolves once there was more since `seen`, or when the signal is aborted. */
  since: (seen: number, signal: AbortSignal) => Promise<void>;
  seen: () => number;
  /** Ends the waiting, though there is no more. */
  wake: () => void;
  /** Goes on, where it was stopped because a whole batch was waiting. */
  goOn: () => void;
  stop: () => void;
}>;

/**
 * Releases 24.2 to 24.10.4 state a checkpoint of -1, as an unsigned number, where a short log holds nothing of ours
 * (KurrentDB’s change KDB-710): it is no place in any log.
 */
const isPlace = ({ commit }: ClusterPosition): boolean => commit < 2n ** 63n;

/** A subscription that puts what it brings into `arrivals`, and stops when that is a batch. */
const begin = (
  client: EventStoreDBClient,
  tenant: string,
  after: ClusterPosition | undefined,
  { arrivals, notify }: Readonly<{ arrivals: Arrivals; notify: () => void }>,
): AllStreamSubscription => {
  const filter = streamNameFilter({
    ...search,
    prefixes: [prefixOf(tenant)],
    checkpointReached: ({ readableLength }, position) => {
      if (!isPlace(position)) return;
      arrivals.checkpoint(position, readableLength);
      notify();
    },
  });
  const subscription = client.subscribeToAll(
    { fromPosition: after ?? START, resolveLinkTos: false, filter },
    { highWaterMark: readAhead },
  );
  subscription.on('data', (resolved) => {
    const event = toClusterEvent(resolved);
    if (event !== undefined) arrivals.event(event);
    if (arrivals.waiting() >= batch) subscription.pause();
    if (arrivals.waiting() === 1) notify();
  });
  subscription.on('caughtUp', () => {
    arrivals.caughtUp(subscription.readableLength);
    notify();
  });
  return subscription;
};

/** Begins a subscription to a tenant's streams after a position. */
export const openFeed = (
  session: Session,
  timing: Timing,
  tenant: string,
  after: ClusterPosition | undefined,
): Feed => {
  const arrivals = makeArrivals();
  const { notify, seen, since } = makeWakeUp();
  let failure: Failure | undefined;
  let stopListening = (): void => undefined;
  let stopTimer = (): void => undefined;
  const end = (why: Failure): void => {
    failure ??= why;
    stopTimer();
    stopListening();
    notify();
  };

  const subscription = begin(session.client, tenant, after, { arrivals, notify });
  subscription.on('confirmation', () => {
    stopTimer();
  });
  subscription.on('error', (error) => {
    end(session.describe(error));
  });
  subscription.on('end', () => {
    end(passing(`the server ${session.where()} ended the subscription`));
  });
  // Before it listens: what has ended already stops it again.
  stopTimer = timing.startTimer(timing.deadline_ms, () => {
    const inTime = `within ${timing.deadline_ms / 1000} s`;
    session.giveUp(lost(`the server ${session.where()} has not begun the subscription ${inTime}`));
  });
  stopListening = session.whenLost(end);

  return {
    arrivals,
    ended: () => failure,
    since,
    seen,
    wake: notify,
    goOn: () => {
      if (subscription.isPaused()) subscription.resume();
    },
    stop: () => {
      stopTimer();
      stopListening();
      // What it is made of may never have come about, or be gone.
      subscription.unsubscribe().catch(() => undefined);
    },
  };
};
