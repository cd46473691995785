import { rmSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { sample, streamName } from '../contract/sample-event.ts';
import { must, noStream, revision } from '../contract/with-log.ts';
import { openLog } from './sample-log.ts';

/**
 * Appends events of 8 kB until that fails: `filling-child.ts FILE [BALLAST]`. Tells how many were stored and the
 * failure; then removes the ballast, if one was named, and tells whether the next append is stored.
 */
const [file = '', ballast] = process.argv.slice(2);
const stream = streamName('plan-a');
const log = await must(openLog(file));

const appended = async (n: number): Promise<string | undefined> => {
  const event = sample(n, 'x'.repeat(8000));
  const outcome = await log.append(stream, n === 0 ? noStream : revision(n - 1), [event])();
  return E.isLeft(outcome) ? JSON.stringify(outcome.left) : undefined;
};

let stored = 0;
let failure: string | undefined;
while (failure === undefined) {
  failure = await appended(stored);
  if (failure === undefined) stored += 1;
}
console.log(String(stored));
console.log(failure);
if (ballast !== undefined) {
  rmSync(ballast);
  console.log((await appended(stored)) ?? 'stored');
}
await log.close();
