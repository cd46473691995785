import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterEvent, ClusterPosition } from '../kurrentdb/cluster-event.ts';
import type { ClusterConnection, FromCluster } from '../kurrentdb/connection.ts';
import { isAfter } from '../kurrentdb/replica/follow-faults.ts';
import { makeWakeUp } from '../wake-up.ts';
import type { MadeUpCluster } from './made-up-cluster.ts';

/** For specs: a connection to a cluster that is a list, and what can go wrong with it. */
export type FakeConnection = Readonly<{
  connection: Pick<ClusterConnection, 'subscribe' | 'readStream' | 'end'>;
  /** To be called when something was written: those who follow live are told. */
  written: () => void;
  /** Ends each subscription that there is with a failure. */
  cut: (message: string) => void;
  /** From now on nothing can be reached; `undefined` ends that. */
  away: (message: string | undefined) => void;
  /** Tells each subscription that there is something out of its turn. */
  tell: (message: FromCluster) => void;
  /** After what each subscription was asked for. */
  asked: ReadonlyArray<ClusterPosition | undefined>;
}>;

type Told = E.Either<StorageError, FromCluster>;

type Options = Readonly<{
  /** How many events are told at once, one after the other and then from the start. */
  batches?: ReadonlyArray<number>;
  /** So many events are told again when a subscription begins. */
  again?: number;
}>;

type Cluster = Pick<MadeUpCluster, 'all' | 'end'>;

const unavailable = (message: string): E.Either<StorageError, never> =>
  E.left({ _tag: 'Unavailable', message });

const batchesOf = function* (
  events: () => ReadonlyArray<ClusterEvent>,
  from: number,
  lengths: ReadonlyArray<number>,
): Generator<ReadonlyArray<ClusterEvent>> {
  let next = from;
  for (let n = 0; ; n += 1) {
    const batch = events().slice(next, next + (lengths[n % lengths.length] ?? 1));
    next += batch.length;
    yield batch;
  }
};

/** What one subscription tells, one after the other: `undefined` where it has to wait. */
const telling = (
  { all }: Cluster,
  after: ClusterPosition | undefined,
  { batches = [2], again = 0 }: Options,
): Readonly<{ outOfTurn: Array<Told>; next: () => Told | undefined }> => {
  const isTold = ({ position }: ClusterEvent): boolean =>
    after !== undefined && !isAfter(position, after);
  const start = all().findLastIndex(isTold) + 1;
  const events = batchesOf(all, Math.max(0, start - again), batches);
  const outOfTurn: Array<Told> = [];
  return {
    outOfTurn,
    next: () => {
      const told = outOfTurn.shift();
      if (told !== undefined) return told;
      const batch = events.next();
      return batch.done === true || batch.value.length === 0
        ? undefined
        : E.right({ _tag: 'Events', events: batch.value });
    },
  };
};

/** Subscriptions, and those who tell all of them something. */
const subscriptions = (cluster: Cluster, options: Options, problem: () => string | undefined) => {
  const asked: Array<ClusterPosition | undefined> = [];
  const lines = new Set<Array<Told>>();
  const more = makeWakeUp();

  const subscribe: ClusterConnection['subscribe'] = async function* (after, signal) {
    asked.push(after);
    const why = problem();
    if (why !== undefined) {
      yield unavailable(why);
      return;
    }
    const { outOfTurn, next } = telling(cluster, after, options);
    lines.add(outOfTurn);
    let isCaughtUp = false;
    while (!signal.aborted) {
      const seen = more.seen();
      const told = next();
      if (told !== undefined) yield told;
      else if (isCaughtUp) await more.since(seen, signal);
      else yield E.right({ _tag: 'CaughtUp' });
      isCaughtUp ||= told === undefined;
      if (told !== undefined && E.isLeft(told)) break;
    }
    lines.delete(outOfTurn);
  };

  return {
    asked,
    subscribe,
    written: more.notify,
    tellAll: (told: Told): void => {
      lines.forEach((line) => line.push(told));
      more.notify();
    },
  };
};

export const fakeConnection = (cluster: Cluster, options: Options = {}): FakeConnection => {
  let problem: string | undefined;
  const { asked, subscribe, written, tellAll } = subscriptions(cluster, options, () => problem);

  const answer =
    <A>(ask: () => A) =>
    (): Promise<E.Either<StorageError, A>> =>
      Promise.resolve(problem === undefined ? E.right(ask()) : unavailable(problem));

  return {
    connection: {
      readStream: (stream, from, limit) =>
        answer(() =>
          cluster
            .all()
            .filter((event) => event.stream === stream && event.revision >= from)
            .slice(0, limit),
        ),
      end: () => answer(cluster.end),
      subscribe,
    },
    written,
    cut: (message) => {
      tellAll(unavailable(message));
    },
    away: (message) => {
      problem = message;
      if (message !== undefined) tellAll(unavailable(message));
    },
    tell: (message) => {
      tellAll(E.right(message));
    },
    asked,
  };
};
