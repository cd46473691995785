import { writeSync } from 'node:fs';
import { openKurrentDbEventLog } from '@trackrecord/event-log';
import { sampleCodec } from '../contract/sample-event.ts';
import { must } from '../contract/with-log.ts';

/**
 * A node that follows a cluster into its copy: `following-child.ts CONNECTION TENANT REPLICA`.
 * Tells how many events it has taken in since it began, whenever that has changed; `done` when it holds all.
 */
const [connection = '', tenant = '', replica = ''] = process.argv.slice(2);

let told = -1;
const cluster = await must(
  openKurrentDbEventLog({
    connection,
    tenant,
    replica,
    codec: sampleCodec,
    catchUpPatience_ms: 600_000,
    onProgress: ({ done }) => {
      if (done === told) return;
      told = done;
      writeSync(1, `${done}\n`);
    },
  }),
);
writeSync(1, 'done\n');
await cluster.log.close();
