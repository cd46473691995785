import { createInterface } from 'node:readline';
import { serveAppends } from '@trackrecord/event-log';
import { sampleCodec } from '../contract/sample-event.ts';
import { must } from '../contract/with-log.ts';
import { appendSamples, openLog } from './sample-log.ts';

/**
 * Writes a log as a server does and takes the appends of others: `serving-child.ts FILE`. Says `serving`; appends an
 * event of its own for every line it is told, and says `appended`; ends in good order when it is told no more.
 */
const [file = ''] = process.argv.slice(2);
const log = await must(openLog(file, { writer: 'thread', patience_ms: 10_000 }));
const serving = await must(serveAppends({ log, codec: sampleCodec, file }));
console.log('serving');
let n = 0;
for await (const _line of createInterface({ input: process.stdin })) {
  await appendSamples(log, n, n);
  n += 1;
  console.log('appended');
}
await serving.close();
await log.close();
