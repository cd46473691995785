import { openSharedEventLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { sampleCodec } from '../contract/sample-event.ts';

/** Opens a log to append to it, itself or through who writes it: says `open`, or how that was refused. */
const [file = ''] = process.argv.slice(2);
const log = await openSharedEventLog({ file, codec: sampleCodec, writer: 'inline' })();
console.log(E.isLeft(log) ? JSON.stringify(log.left) : 'open');
if (E.isRight(log)) await log.right.close();
