import { EventStoreDBClient } from '@eventstore/db-client';
import { readConnectionString } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { realServer } from './test-cluster.ts';

const howTo =
  'npm run test:esdb tests against a real server: name it, as in TRACKRECORD_TEST_ESDB=esdb://localhost:2113?tls=false';

/** What the client keeps of the server’s features, which it gives to no one. */
const releaseOf = async (client: EventStoreDBClient): Promise<string> => {
  const features: unknown = await Reflect.get(client, 'capabilities');
  return typeof features === 'object' && features !== null && 'serverVersion' in features
    ? String(features.serverVersion)
    : 'unknown';
};

/** Before the tests against a real server: says which release it is, or that none was named. */
export default async function announceServer(): Promise<void> {
  if (realServer === undefined) throw new Error(howTo);
  const read = readConnectionString(realServer);
  if (E.isLeft(read)) throw new Error(`TRACKRECORD_TEST_ESDB: ${read.left}`);
  const client = EventStoreDBClient.connectionString(realServer);
  try {
    console.log(`The server is release ${await releaseOf(client)}.`);
  } finally {
    await client.dispose();
  }
}
