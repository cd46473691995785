import { once } from 'node:events';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  type EventType,
  jsonEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { type Peer, type PeerOptions, startPeer } from './index.ts';

/** Connects the real client to an address, until the test is over. */
export type Connect = (connectionString: string) => EventStoreDBClient;

type Bench = Readonly<{ peer: Peer; client: EventStoreDBClient; connect: Connect }>;

/** Runs a test with what can connect clients, and takes the clients away, however the test ends. */
export const withClients =
  (test: (connect: Connect) => Promise<void>) => async (): Promise<void> => {
    const clients: EventStoreDBClient[] = [];
    try {
      await test((connectionString) => {
        const client = EventStoreDBClient.connectionString(connectionString);
        clients.push(client);
        return client;
      });
    } finally {
      // Not waited for: once a server has ended the stream of appends, a client never gets to the end of it.
      for (const client of clients) void client.dispose();
    }
  };

/** Runs a test on a peer of its own, with a client of it. */
export const withPeer = (
  options: PeerOptions,
  test: (bench: Bench) => Promise<void>,
): (() => Promise<void>) =>
  withClients(async (connect) => {
    const peer = await startPeer(options);
    try {
      await test({ peer, connect, client: connect(peer.connectionString) });
    } finally {
      await peer.stop();
    }
  });

/** Events of a type each, with ids that a test can foretell: the type's letter, repeated. */
export const eventsOf = (...types: ReadonlyArray<string>) =>
  types.map((type) => {
    const [letter = 'a'] = type;
    const id = `${letter.repeat(8)}-${letter.repeat(4)}-4${letter.repeat(3)}-8${letter.repeat(3)}-`;
    return jsonEvent({ id: `${id}${letter.repeat(12)}`, type, data: {} });
  });

/** What a rejected promise said. */
export const failureOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It succeeded.');
};

export type Told = Readonly<{
  /** Events as `stream@revision type`, and `caught up`. */
  lines: ReadonlyArray<string>;
  /** Waits until there are so many lines. */
  until: (count: number) => Promise<ReadonlyArray<string>>;
  /** Waits until the subscription has ended, with the error it ended with if there was one. */
  ended: Promise<unknown>;
}>;

/** Writes down what a subscription tells, in order. */
export const listen = (
  subscription: AllStreamSubscription | StreamSubscription<EventType>,
): Told => {
  const lines: string[] = [];
  let waiting: ReadonlyArray<Readonly<{ count: number; resolve: () => void }>> = [];
  const add = (line: string): void => {
    lines.push(line);
    for (const { count, resolve } of waiting) if (lines.length >= count) resolve();
    waiting = waiting.filter(({ count }) => lines.length < count);
  };
  subscription.on('data', ({ event }) => {
    if (event) add(`${event.streamId}@${event.revision.toString()} ${event.type}`);
  });
  subscription.on('caughtUp', () => add('caught up'));
  const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
  subscription.on('error', end);
  subscription.on('end', () => end('ended'));
  return {
    lines,
    until: async (count) => {
      if (lines.length < count)
        await new Promise<void>((resolve) => {
          waiting = [...waiting, { count, resolve }];
        });
      return lines;
    },
    ended,
  };
};

/** Waits for a subscription to be confirmed. */
export const confirmed = async (
  subscription: AllStreamSubscription | StreamSubscription<EventType>,
): Promise<void> => {
  await once(subscription, 'confirmation');
};

/** All that an iteration gives. */
export const collect = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Whether a promise is still open, after everything else that could happen has had a turn with the same peer. */
export const isOpen = async (
  promise: Promise<unknown>,
  turn: Promise<unknown>,
): Promise<boolean> => {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  promise.then(settle, settle);
  await turn;
  return !settled;
};
