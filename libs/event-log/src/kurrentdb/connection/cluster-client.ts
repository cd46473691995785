import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { appendsOver } from './append-stream.ts';
import { socketsMadeBy } from './sockets-made-by.ts';
import { propertyOf } from './thrown.ts';

/** What a server says when it is greeted. */
export type Greeting = Readonly<{
  version: string;
  /** The HTTP date of the answer: the server's clock, to the second. */
  date: string | undefined;
}>;

type Destroyable = Readonly<{ destroy: () => unknown }>;

/** What a call ends with that we have ended ourselves. */
const isOwnDoing = (error: unknown): boolean =>
  propertyOf(error, 'code') === 1 && propertyOf(error, 'details') === 'Cancelled on client';

/**
 * The client, without the ways in which it harms the process around it or goes on behind our back:
 * - It reconnects by itself in a call that nobody awaits, and whose rejection ends the process: for one when the next
 *   discovery fails. Here it tells, and whoever holds it makes a new one.
 * - What it disposes of are its streams; its channel stays open, and with it a connection that may hang.
 * - For appends see `appendsOver`.
 */
export class ClusterClient extends EventStoreDBClient {
  readonly #greetings = new Set<() => void>();
  readonly #streams = new Set<Destroyable>();
  /** Connections begun and not known to work. */
  readonly #untried = new Set<Socket>();
  #discarded = false;
  #channel: Awaited<ReturnType<ClusterClient['getChannel']>> | undefined;

  /** Tells of every call that ended in an error, except by our doing. To be called before the first call. */
  tellOfErrors(tell: (error: unknown) => void): this {
    this.handleError = async (_client, error) => {
      if (!isOwnDoing(error)) tell(error);
    };
    const getChannel = this.getChannel;
    this.getChannel = async () => {
      this.#channel = await getChannel();
      if (this.#discarded) this.#channel.close();
      return this.#channel;
    };
    const create = this.GRPCStreamCreator;
    this.GRPCStreamCreator = (Client, name, creator, cache) =>
      create(
        Client,
        name,
        async (client) => {
          const stream = await creator(client);
          this.#streams.add(stream);
          stream.once('close', () => this.#streams.delete(stream));
          return stream;
        },
        cache,
      );
    return this;
  }

  /** The host and port that it is connected to, or was last; `undefined` where it never was. */
  get peer(): string | undefined {
    return this.#channel?.getTarget().replace(/^dns:/, '');
  }

  /** Asks for the server's version and time: the cheapest question there is. */
  async greet(): Promise<Greeting> {
    const greeting = await socketsMadeBy(this.#untried, () => this.#ask());
    this.#untried.clear();
    return greeting;
  }

  #ask(): Promise<Greeting> {
    return this.execute(
      serverFeatures.ServerFeaturesClient,
      'greet',
      (client) =>
        new Promise((resolve, reject) => {
          const heard: { date?: string } = {};
          const call = client.getSupportedMethods(
            new shared.Empty(),
            ...this.callArguments({}, { deadline: Infinity }),
            (error, methods) => {
              this.#greetings.delete(cancel);
              if (error === null) {
                resolve({ version: methods.getEventStoreServerVersion(), date: heard.date });
              } else reject(error);
            },
          );
          const cancel = (): void => {
            call.cancel();
          };
          this.#greetings.add(cancel);
          call.on('metadata', (metadata) => {
            const [date] = metadata.get('date');
            if (typeof date === 'string') heard.date = date;
          });
        }),
    );
  }
  /** Stores an append; rejects with the client's errors. */
  readonly append = appendsOver(() =>
    this.GRPCStreamCreator(streamsGrpc.StreamsClient, 'append', (client) =>
      client.batchAppend(...this.callArguments({ requiresLeader: true }, { deadline: Infinity })),
    )(),
  );

  /** Ends everything that goes on through it, and its connection. Resolves when all of it has ended. */
  async discard(): Promise<void> {
    this.#discarded = true;
    this.#greetings.forEach((cancel) => {
      cancel();
    });
    const disposed = this.dispose();
    // What it cancels ends in this turn; what had ended before, and was not read to its end, never would.
    await setImmediate();
    await setImmediate();
    this.#streams.forEach((stream) => {
      stream.destroy();
    });
    await disposed;
    this.#channel?.close();
    this.#untried.forEach((socket) => {
      socket.destroy();
    });
  }
}
