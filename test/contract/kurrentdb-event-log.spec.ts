import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKurrentDbEventLog } from '@trackrecord/event-log';
import { setUpTestCluster } from '../cluster/test-cluster.ts';
import { eventLogContract } from './event-log-contract.ts';
import type { OpenedLog } from './event-log-engine.ts';
import { sampleCodec } from './sample-event.ts';
import { must } from './with-log.ts';

const cluster = setUpTestCluster();

const opened = async (): Promise<OpenedLog> => {
  const connection = await cluster.connection();
  const tenant = cluster.newTenant();
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-cluster-'));
  const open = async (node: string) => {
    const replica = join(directory, `${node}.db`);
    const { log } = await must(
      openKurrentDbEventLog({
        connection,
        tenant,
        replica,
        codec: sampleCodec,
        // A server may hold a lot of others' events that are looked through first.
        catchUpPatience_ms: 120_000,
      }),
    );
    return log;
  };
  let log = await open('one');
  return {
    log,
    // Another node, which has nothing but what the cluster gives it.
    reopened: async () => {
      await log.close();
      log = await open('another');
      return log;
    },
    dispose: async () => {
      await log.close();
      rmSync(directory, { recursive: true });
    },
  };
};

eventLogContract({
  name: 'the log in a KurrentDB cluster',
  histories: 10,
  open: opened,
});
