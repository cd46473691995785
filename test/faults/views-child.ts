import { eventCodec } from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';

// Opens the views of a log, tells when they begin to take it in and where they then stand.
const [logFile = '', viewsFile = ''] = process.argv.slice(2);
const log = await openSqliteEventLog({ file: logFile, codec: eventCodec, mode: 'read' })();
if (E.isLeft(log)) throw new Error(JSON.stringify(log.left));
const views = await openViews({
  file: viewsFile,
  log: log.right,
  onProgress: ({ done }) => {
    if (done <= 5000) console.log('begun');
  },
})();
console.log(E.isLeft(views) ? JSON.stringify(views.left) : JSON.stringify(views.right.head()));
if (E.isRight(views)) views.right.close();
await log.right.close();
