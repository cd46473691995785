import { setImmediate } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterPosition } from '../cluster-event.ts';
import type { ClusterConnection, FromCluster } from '../connection.ts';
import type { Arrivals } from './arrivals.ts';
import { batch, type Feed, openFeed } from './feed.ts';
import { cannot } from './given-up.ts';
import type { Timing } from './options.ts';
import type { Sessions } from './sessions.ts';

type Parts = Readonly<{ sessions: Sessions; timing: Timing; tenant: string }>;

const doing = 'follow the log in the cluster';

/** Waits for as long as each turn of the event loop brings more, until there is a batch. */
const collected = async (arrivals: Arrivals): Promise<void> => {
  let before = -1;
  while (arrivals.waiting() > before && arrivals.waiting() < batch) {
    before = arrivals.waiting();
    await setImmediate();
  }
};

/** How far has been told, once this is. */
const reachedBy = (item: FromCluster): ClusterPosition | undefined => {
  switch (item._tag) {
    case 'Events':
      return item.events.at(-1)?.position;
    case 'Checkpoint':
      return item.position;
    case 'CaughtUp':
      return undefined;
  }
};

/** Waits for more; `false` where none came for so long that nobody can tell whether more would. */
const more = async (
  feed: Feed,
  seen: number,
  signal: AbortSignal,
  { idle_ms, startTimer }: Timing,
): Promise<boolean> => {
  let isSilent = false;
  const stopTimer = startTimer(idle_ms, () => {
    isSilent = true;
    feed.wake();
  });
  await feed.since(seen, signal);
  stopTimer();
  return !isSilent;
};

/**
 * Follows the tenant's streams, in one session: what comes without a pause is one batch. When nobody takes it, the
 * connection is stopped. What has arrived before the end is told before it. A subscription that has been silent for long
 * may be dead on a connection that lives: it is begun anew where it stood.
 */
export const subscribeWith = ({
  sessions,
  timing,
  tenant,
}: Parts): ClusterConnection['subscribe'] =>
  async function* subscribe(after, signal) {
    if (signal.aborted) return;
    const session = await sessions.current();
    if (signal.aborted) return;
    if (E.isLeft(session)) {
      yield E.left(cannot(doing, session.left));
      return;
    }
    let reached = after;
    let feed = openFeed(session.right, timing, tenant, reached);
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
          reached = reachedBy(item) ?? reached;
        }
        if (taken.length > 0) continue;
        if (ended !== undefined) {
          yield E.left(cannot(doing, ended));
          return;
        }
        if (!(await more(feed, seen, signal, timing))) {
          feed.stop();
          feed = openFeed(session.right, timing, tenant, reached);
        }
      }
    } finally {
      feed.stop();
    }
  };
