import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { appendQueue } from './append-queue.ts';
import { openAppender } from './appender.ts';
import type { Writer } from './writer.ts';

/** A writer on the thread that calls it: nothing to start, but that thread waits for the disk. */
export const inlineWriter = (file: string): E.Either<StorageError, Writer> =>
  pipe(
    openAppender(file),
    E.map((appender) => ({
      append: appendQueue((requests, answer) => {
        answer(appender.append(requests));
        appender.tidy();
      }),
      close: async () => {
        await nextTurn();
        appender.close();
      },
    })),
  );
