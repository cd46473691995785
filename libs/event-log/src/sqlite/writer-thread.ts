import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import type { AppendRequest } from '../append-request.ts';
import { type Appender, openAppender } from './appender.ts';
import type { FromWriter, ToWriter } from './writer-messages.ts';

/** The entry point of the writer's thread: `workerData` is the log file. */

/** This message, and all that have come while the last transaction was on its way to the disk. */
const drain = (port: MessagePort, first: ToWriter): ReadonlyArray<ToWriter> => {
  const messages = [first];
  for (;;) {
    const next: { message: ToWriter } | undefined = receiveMessageOnPort(port);
    if (next === undefined) return messages;
    messages.push(next.message);
  }
};

const requestsIn = (message: ToWriter): ReadonlyArray<ReadonlyArray<AppendRequest>> =>
  message._tag === 'Append' ? [message.requests] : [];

const answer = ({ append }: Appender, told: ReadonlyArray<ToWriter>): FromWriter => {
  const lists = told.flatMap(requestsIn);
  const outcomes = [...append(lists.flat())];
  return {
    _tag: 'Appended',
    outcomes: lists.map((list) => outcomes.splice(0, list.length)),
  };
};

const serve = (port: MessagePort, appender: Appender): void => {
  port.on('message', (first: ToWriter) => {
    const told = drain(port, first);
    port.postMessage(answer(appender, told));
    appender.tidy();
    if (told.some(({ _tag }) => _tag === 'Close')) {
      appender.close();
      port.close();
    }
  });
};

const start = (port: MessagePort, file: string): void => {
  const appender = openAppender(file);
  const first: FromWriter = E.isRight(appender)
    ? { _tag: 'Opened' }
    : { _tag: 'Failed', error: appender.left };
  if (E.isRight(appender)) serve(port, appender.right);
  port.postMessage(first);
};

if (parentPort !== null && typeof workerData === 'string') start(parentPort, workerData);
