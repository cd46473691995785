import { type MessagePort, parentPort } from 'node:worker_threads';
import { readDocument } from '../read-document.ts';
import type { FromReader, ToReader } from './messages.ts';

/** The entry point of the thread that files are read in: one after another, until it is ended. */
const serve = (port: MessagePort): void => {
  const tell = (message: FromReader): void => {
    port.postMessage(message);
  };
  port.on('message', ({ asked }: ToReader) => {
    readDocument(asked, (done, of) => {
      tell({ _tag: 'Progress', done, of });
    }).then(
      (read) => {
        tell({ _tag: 'Read', read });
      },
      (thrown: unknown) => {
        const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown';
        tell({ _tag: 'Fault', message });
      },
    );
  });
};

if (parentPort !== null) serve(parentPort);
