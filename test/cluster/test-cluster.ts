import { randomBytes } from 'node:crypto';
import { EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { readConnectionString } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { afterAll } from 'vitest';
import { startPeer } from '../cluster-peer/index.ts';

/** A cluster for the specs of a file: a real one where there is one to test against, else a peer in this process. */
export type TestCluster = Readonly<{
  connection: () => Promise<string>;
  /** The name of a tenant that has nothing yet. */
  newTenant: () => string;
}>;

type Opened = Readonly<{ connection: string; close: () => Promise<void> }>;

/** The connection string of a real server to test against, if there is one. */
export const realServer = process.env['TRACKRECORD_TEST_ESDB'];

/** The names of all streams that begin with one of the prefixes. */
const streamsOf = (
  client: EventStoreDBClient,
  prefixes: Array<string>,
): Promise<ReadonlySet<string>> =>
  new Promise((resolve, reject) => {
    const names = new Set<string>();
    const filter = streamNameFilter({ prefixes, maxSearchWindow: 500 });
    const subscription = client.subscribeToAll({ filter });
    subscription
      .on('data', ({ event }) => {
        if (event !== undefined) names.add(event.streamId);
      })
      .on('caughtUp', () => {
        void subscription.unsubscribe();
        resolve(names);
      })
      .on('error', reject);
  });

/** Takes away what the specs have written; a scavenge of the server then gives the room back. */
const deleteStreams = async (connection: string, tenants: ReadonlyArray<string>): Promise<void> => {
  const client = EventStoreDBClient.connectionString(connection);
  try {
    const names = await streamsOf(
      client,
      tenants.map((tenant) => `${tenant}.`),
    );
    const deleted = await Promise.allSettled([...names].map((name) => client.deleteStream(name)));
    const failed = deleted.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined)
      throw new Error('not all streams could be deleted', { cause: failed.reason });
  } finally {
    await client.dispose();
  }
};

const open = async (tenants: ReadonlyArray<string>): Promise<Opened> => {
  if (realServer !== undefined) {
    const read = readConnectionString(realServer);
    // The client would print the whole string, with the password in it.
    if (E.isLeft(read)) throw new Error(`TRACKRECORD_TEST_ESDB: ${read.left}`);
    return { connection: realServer, close: () => deleteStreams(realServer, tenants) };
  }
  const peer = await startPeer();
  return { connection: peer.connectionString, close: peer.stop };
};

/** To be called at the top of a file of specs; all that they wrote is gone when they have run. */
export const setUpTestCluster = (): TestCluster => {
  // Two runs against one server must not meet.
  const run = realServer === undefined ? 'test' : `test-${randomBytes(4).toString('hex')}`;
  const tenants: Array<string> = [];
  let opened: Promise<Opened> | undefined;

  afterAll(async () => {
    await (await opened)?.close();
  });

  return {
    connection: async () => {
      opened ??= open(tenants);
      return (await opened).connection;
    },
    newTenant: () => {
      const tenant = `${run}-${tenants.length}`;
      tenants.push(tenant);
      return tenant;
    },
  };
};
