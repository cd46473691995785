import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { appendQueue } from './append-queue.ts';
import { makeAppender } from './appender.ts';
import { openLogFile } from './open-log-file.ts';
import type { Writer } from './writer.ts';

/** A writer on the thread that calls it: nothing to start, but that thread waits for the disk. */
export const inlineWriter = (file: string): E.Either<StorageError, Writer> =>
  E.map((db: Parameters<typeof makeAppender>[0]): Writer => {
    const appendAll = makeAppender(db, file);
    return {
      append: appendQueue((requests, answer) => {
        answer(appendAll(requests));
      }),
      close: async () => {
        await nextTurn();
        db.close();
      },
    };
  })(openLogFile(file, 'write'));
