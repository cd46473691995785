import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { AppendOutcome } from '../append-request.ts';
import { appendQueue } from './append-queue.ts';
import type { Writer } from './writer.ts';
import type { FromWriter, ToWriter } from './writer-messages.ts';

type Answer = (outcomes: ReadonlyArray<AppendOutcome>) => void;

/**
 * The entry as TypeScript, with libraries that resolve to their source. Node strips types by WebAssembly, and V8 13.6
 * can end the process where several threads swap the same wrapper for a faster one (“Check failed:
 * jit_page.has_value()”): no thread gets to swap any.
 */
const startFromSource = (file: string): Worker => {
  setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');
  return new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: file,
    execArgv: ['--conditions=@trackrecord/source'],
  });
};

const startWorker = (file: string): Worker =>
  import.meta.url.endsWith('.ts')
    ? startFromSource(file)
    : new Worker(new URL('./writer-thread.js', import.meta.url), { workerData: file });

/** What every append is told once the thread has gone, which it does of itself only by a fault. */
const goneFor = (file: string, why: string): StorageError => ({
  _tag: 'Unavailable',
  message: `the thread that writes ${file} has ended (${why}): what was not answered may or may not be stored; open the log again`,
});

/**
 * A writer on a thread of its own: the calling thread stays free while the disk is busy.
 * One message for all that queued in a turn of the event loop; the thread takes all messages that wait.
 */
export const threadWriter = (file: string): Promise<E.Either<StorageError, Writer>> =>
  new Promise((opened) => {
    const worker = startWorker(file);
    const unanswered: Array<Readonly<{ count: number; answer: Answer }>> = [];
    let gone: StorageError | undefined;

    const tell = (message: ToWriter): void => {
      worker.postMessage(message);
    };

    const append = appendQueue((requests, answer) => {
      if (gone !== undefined) {
        const failure = E.left(gone);
        answer(requests.map(() => failure));
        return;
      }
      unanswered.push({ count: requests.length, answer });
      tell({ _tag: 'Append', requests });
    });

    const ended = new Promise<void>((resolve) => {
      const end = (why: string): void => {
        gone ??= goneFor(file, why);
        const failure = E.left(gone);
        for (const { count, answer } of unanswered.splice(0)) {
          answer(Array.from({ length: count }, () => failure));
        }
        opened(failure);
        resolve();
      };
      worker.on('error', (error: Error) => {
        end(error.message);
      });
      worker.on('exit', (code) => {
        end(`exit code ${code}`);
      });
    });

    const close = async (): Promise<void> => {
      await nextTurn();
      tell({ _tag: 'Close' });
      await ended;
    };

    worker.on('message', (message: FromWriter) => {
      switch (message._tag) {
        case 'Opened':
          opened(E.right({ append, close }));
          break;
        case 'Failed':
          opened(E.left(message.error));
          break;
        case 'Appended':
          message.outcomes.forEach((outcomes) => unanswered.shift()?.answer(outcomes));
          break;
      }
    });
  });
