import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterConnection, FromCluster } from './connection.ts';
import { backoff_ms } from './follower-backoff.ts';
import { identify } from './follower-identity.ts';
import type { FollowFault, Replica } from './replica.ts';

/** What a follower does with what it is told. */
export type Listener = Readonly<{
  /** A subscription begins, from where the last one was; the first has the number 1. */
  begins: (number: number) => void;
  hear: (told: FromCluster) => Promise<E.Either<StorageError | FollowFault, void>>;
  /** The cluster cannot be reached, or the copy not be written: there will be another try. */
  failed: (what: 'cluster' | 'copy', message: string) => void;
  /** There will be none. */
  gaveUp: (fault: FollowFault) => void;
}>;

type Parts = Readonly<{
  connection: Pick<ClusterConnection, 'subscribe' | 'readStream'>;
  replica: Pick<Replica, 'last'>;
  reached: () => Parameters<ClusterConnection['subscribe']>[0];
  listener: Listener;
  delay: (ms: number, signal: AbortSignal) => Promise<void>;
  random: () => number;
}>;

export type FollowLoop = Readonly<{
  /** Follows until `stopping` is aborted, or a fault makes it give up. */
  run: (stopping: AbortSignal) => Promise<void>;
  /** Begins another subscription, from where the present one is. */
  renew: () => void;
  /** How often in a row it has failed. */
  failures: () => number;
}>;

/** How a subscription ended. */
type Ending =
  | Readonly<{ _tag: 'Asked' }>
  | Readonly<{ _tag: 'Failed'; what: 'cluster' | 'copy'; message: string }>
  | FollowFault;

const failed = (what: 'cluster' | 'copy', { message }: StorageError): Ending => ({
  _tag: 'Failed',
  what,
  message,
});

const isFault = (error: StorageError | FollowFault): error is FollowFault =>
  error._tag !== 'Unavailable' && error._tag !== 'Locked' && error._tag !== 'Corrupt';

const endedByServer: StorageError = {
  _tag: 'Unavailable',
  message: 'the cluster has ended the subscription',
};

/** Makes sure that the cluster is the one that the copy was made from; `undefined` where it is. */
const refused = async ({ connection, replica }: Parts): Promise<Ending | undefined> => {
  const identity = await identify(connection, replica);
  switch (identity._tag) {
    case 'Same':
      return undefined;
    case 'Unknown':
      return failed('cluster', identity.error);
    case 'Unreadable':
      return failed('copy', identity.error);
    default:
      return identity;
  }
};

const asked: Ending = { _tag: 'Asked' };

/** What is thrown is met again by the next try, or not; it never ends the process. */
const broken = (thrown: unknown): Ending => ({
  _tag: 'Failed',
  what: 'copy',
  message: String(thrown),
});

const askedBy = (signal: AbortSignal): Promise<Ending> =>
  new Promise((resolve) => {
    const end = (): void => {
      resolve(asked);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** One subscription after the other, each from where the last one was. */
export const followLoop = (parts: Parts): FollowLoop => {
  const { connection, reached, listener, delay, random } = parts;
  let renewal = new AbortController();
  let begun = 0;
  let failures = 0;
  /** Whether the cluster is known to be the one that the copy was made from. */
  let isSure = false;

  const subscribe = async (signal: AbortSignal): Promise<Ending> => {
    if (signal.aborted) return asked;
    begun += 1;
    listener.begins(begun);
    for await (const told of connection.subscribe(reached(), signal)) {
      if (signal.aborted) break;
      if (E.isLeft(told)) return failed('cluster', told.left);
      const heard = await listener.hear(told.right);
      if (E.isLeft(heard)) {
        return isFault(heard.left) ? heard.left : failed('copy', heard.left);
      }
      failures = 0;
    }
    return signal.aborted ? asked : failed('cluster', endedByServer);
  };

  const attempt = async (signal: AbortSignal): Promise<Ending> => {
    const problem = isSure ? undefined : await Promise.race([refused(parts), askedBy(signal)]);
    if (problem !== undefined) return problem;
    const ending = await subscribe(signal);
    isSure = ending._tag === 'Asked';
    return ending;
  };

  const run = async (stopping: AbortSignal): Promise<void> => {
    while (!stopping.aborted) {
      renewal = new AbortController();
      const signal = AbortSignal.any([stopping, renewal.signal]);
      const ending = await attempt(signal).catch(broken);
      switch (ending._tag) {
        case 'Asked':
          break;
        case 'Failed':
          failures += 1;
          listener.failed(ending.what, ending.message);
          await delay(backoff_ms(failures - 1, random()), stopping);
          break;
        default:
          listener.gaveUp(ending);
          return;
      }
    }
  };

  return {
    run,
    renew: () => {
      renewal.abort();
    },
    failures: () => failures,
  };
};
