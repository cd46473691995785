import { setImmediate } from 'node:timers/promises';
import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import { makeWakeUp } from '../../wake-up.ts';
import type { ClusterPosition } from '../cluster-event.ts';
import type { ClusterConnection } from '../connection.ts';
import { prefixOf } from '../server-names.ts';
import { type Arrivals, makeArrivals } from './arrivals.ts';
import { type Failure, lost, passing } from './failure.ts';
import { cannot } from './given-up.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { toClusterEvent } from './to-cluster-event.ts';

type Parts = Readonly<{ sessions: Sessions; timing: Timing; tenant: string }>;

/** A batch is as much as fits into one transaction of the copy without holding up everything else for long. */
const batch = 1_000;

/** Events that the client keeps ready; with its own sixteen it stops and starts the connection all the time. */
const readAhead = 512;

/** How many events of others the server looks through at once, and after how many such steps it states a checkpoint. */
const search = { maxSearchWindow: 500, checkpointInterval: 4 };

/** A subscription while it lasts: what it brings, and why it ended. */
type Feed = Readonly<{
  arrivals: Arrivals;
  /** Why it ended; `undefined` while it lasts. */
  ended: () => Failure | undefined;
  /** Resolves once there was more since `seen`, or when the signal is aborted. */
  since: (seen: number, signal: AbortSignal) => Promise<void>;
  seen: () => number;
  /** Goes on, where it was stopped because a whole batch was waiting. */
  goOn: () => void;
  stop: () => void;
}>;

const begin = (
  client: EventStoreDBClient,
  tenant: string,
  after: ClusterPosition | undefined,
  onCheckpoint: (subscription: AllStreamSubscription, position: ClusterPosition) => void,
): AllStreamSubscription =>
  client.subscribeToAll(
    {
      fromPosition: after ?? START,
      resolveLinkTos: false,
      filter: streamNameFilter({
        ...search,
        prefixes: [prefixOf(tenant)],
        checkpointReached: onCheckpoint,
      }),
    },
    { highWaterMark: readAhead },
  );

const open = (
  session: Session,
  { timing, tenant }: Parts,
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

  const subscription = begin(session.client, tenant, after, ({ readableLength }, position) => {
    arrivals.checkpoint(position, readableLength);
    notify();
  });
  subscription.on('confirmation', () => {
    stopTimer();
  });
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

/** Waits for as long as each turn of the event loop brings more, until there is a batch. */
const collected = async (arrivals: Arrivals): Promise<void> => {
  let before = -1;
  while (arrivals.waiting() > before && arrivals.waiting() < batch) {
    before = arrivals.waiting();
    await setImmediate();
  }
};

const doing = 'follow the log in the cluster';

/**
 * Follows the tenant's streams, in one session: what comes without a pause is one batch. When nobody takes it, the
 * connection is stopped. What has arrived before the end is told before it.
 */
export const subscribeWith = (parts: Parts): ClusterConnection['subscribe'] =>
  async function* subscribe(after, signal) {
    if (signal.aborted) return;
    const session = await parts.sessions.current();
    if (signal.aborted) return;
    if (E.isLeft(session)) {
      yield E.left(cannot(doing, session.left));
      return;
    }
    const feed = open(session.right, parts, after);
    try {
      while (!signal.aborted) {
        const seen = feed.seen();
        await collected(feed.arrivals);
        const ended = feed.ended();
        const taken = feed.arrivals.take();
        feed.goOn();
        for (const item of taken) {
          if (signal.aborted) return;
          yield E.right(item);
        }
        if (taken.length === 0 && ended !== undefined) {
          yield E.left(cannot(doing, ended));
          return;
        }
        if (taken.length === 0) await feed.since(seen, signal);
      }
    } finally {
      feed.stop();
    }
  };
