import { join } from 'node:path';
import type { EventLog, Recorded } from '@trackrecord/application/ports';
import {
  type ClusterLog,
  type FollowerStatus,
  type KurrentDbEventLogOptions,
  openKurrentDbEventLog,
} from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { type SampleEvent, sampleCodec } from '../contract/sample-event.ts';
import type { Chance } from './cluster-chance.ts';
import type { Line } from './cluster-truth.ts';
import type { TurnTime } from './cluster-turns.ts';

export type Seen = Recorded<SampleEvent>;

export const lineOf = ({ event, stream, revision }: Seen): Line => ({
  id: event.id,
  stream,
  revision,
});

/** A node of Trackrecord with its own copy of the log, and a reader on it who follows from the first event on. */
export type TestNode = Readonly<{
  name: string;
  replica: string;
  /** The log of the moment: closed for as long as the node is started again. */
  log: () => EventLog<SampleEvent>;
  status: () => FollowerStatus;
  /** All that the reader was told, in order. */
  seen: ReadonlyArray<Seen>;
  /** Ends the node in good order, and starts it again. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export type NodeOptions = Readonly<{
  name: string;
  directory: string;
  connection: string;
  tenant: string;
  time: TurnTime;
  chance: Chance;
}>;

/** One try of five, after which a writer gives up. */
const deadlines: Partial<KurrentDbEventLogOptions<SampleEvent>> = {
  deadline_ms: 5_000,
  patience_ms: 25_000,
  catchUpPatience_ms: 10_000,
  ownWritesPatience_ms: 10_000,
};

/** A node that has never held anything does not start without its cluster. */
const tries = 200;

const opened = async (options: NodeOptions, replica: string): Promise<ClusterLog<SampleEvent>> => {
  const { connection, tenant, time, chance } = options;
  let why = '';
  for (let left = tries; left > 0; left -= 1) {
    const cluster = await openKurrentDbEventLog({
      ...deadlines,
      connection,
      tenant,
      replica,
      codec: sampleCodec,
      delay: time.delay,
      startTimer: time.startTimer,
      random: chance.next,
    })();
    if (E.isRight(cluster)) return cluster.right;
    why = JSON.stringify(cluster.left);
    await time.delay(1_000);
  }
  throw new Error(`the node ${options.name} does not start: ${why}`);
};

export const startNode = async (options: NodeOptions): Promise<TestNode> => {
  const replica = join(options.directory, `${options.name}.db`);
  const seen: Array<Seen> = [];
  let cluster = await opened(options, replica);
  let reading = new AbortController();

  const follow = async ({ log }: ClusterLog<SampleEvent>, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      for await (const page of log.follow(seen.at(-1)?.position, signal)) {
        if (E.isRight(page)) seen.push(...page.right);
      }
      await options.time.delay(10, signal);
    }
  };
  let followed = follow(cluster, reading.signal);

  const stop = async (): Promise<void> => {
    await cluster.log.close();
    reading.abort();
    await followed;
  };

  return {
    name: options.name,
    replica,
    log: () => cluster.log,
    status: () => cluster.status(),
    seen,
    restart: async () => {
      await stop();
      cluster = await opened(options, replica);
      reading = new AbortController();
      followed = follow(cluster, reading.signal);
    },
    stop,
  };
};
