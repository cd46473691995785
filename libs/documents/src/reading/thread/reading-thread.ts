import { enableCompileCache } from 'node:module';
import { getHeapStatistics } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { FromReader, ToReader } from './messages.ts';
import { sent } from './sent.ts';

/** Where the process keeps its compiled code, where it does: a thread does not by itself, and starts slower. */
const cache: unknown = workerData;
if (typeof cache === 'string') enableCompileCache(cache);

const reading = import('../read-document.ts');

/** The entry point of the thread that files are read in: one after another, until it is ended. */
const serve = (port: MessagePort): void => {
  const tell = (message: FromReader): void => {
    port.postMessage(message);
  };
  port.on('message', ({ asked }: ToReader) => {
    reading
      .then(({ readDocument }) =>
        readDocument(asked, (done, of) => {
          tell({ _tag: 'Progress', done, of });
        }),
      )
      .then(
        (read) => {
          const { total_heap_size: heap_bytes } = getHeapStatistics();
          tell({ _tag: 'Read', read: sent(asked, read), heap_bytes });
        },
        (thrown: unknown) => {
          const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown';
          tell({ _tag: 'Fault', message });
        },
      );
  });
};

if (parentPort !== null) serve(parentPort);
