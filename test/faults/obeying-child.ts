import { createInterface } from 'node:readline';
import * as E from 'fp-ts/lib/Either.js';
import { appendSamples, openLog } from './sample-log.ts';

/**
 * Opens a log to write, says `open` or how that was refused, appends an event for every line it is told, and says
 * `appended`.
 */
const [file = ''] = process.argv.slice(2);
const log = await openLog(file)();
if (E.isLeft(log)) {
  console.log(JSON.stringify(log.left));
} else {
  console.log('open');
  let n = 0;
  for await (const _line of createInterface({ input: process.stdin })) {
    await appendSamples(log.right, n, n);
    n += 1;
    console.log('appended');
  }
  await log.right.close();
}
