import { randomUUID } from 'node:crypto';
import { parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ClusterAppend } from '../connection.ts';
import { appendMessage } from './append-message.ts';

/** The stream of requests and answers that all appends of a client share. */
export type BatchStream = Readonly<{
  write: (message: streams.BatchAppendReq) => unknown;
  end: () => unknown;
  on: ((event: 'data', listener: (answer: streams.BatchAppendResp) => void) => unknown) &
    ((event: 'error', listener: (error: Error) => void) => unknown) &
    ((event: 'end', listener: () => void) => unknown);
}>;

type Waiting = Readonly<{
  stream: string;
  resolve: () => void;
  reject: (error: unknown) => void;
}>;

/** A stream, and who waits for which answer on it. */
type Opened = Readonly<{ stream: BatchStream; waiting: Map<string, Waiting> }>;

const settle = ({ stream, resolve, reject }: Waiting, answer: streams.BatchAppendResp): void => {
  const refused = answer.getError();
  if (refused === undefined) resolve();
  else if (!refused.hasDetails()) reject(new Error(refused.getMessage()));
  else reject(unpackToCommandError(refused, stream));
};

/**
 * Appends over one stream, opened with the first. In place of the client's own `appendToStream`, which
 * - keeps who waits for which answer in a table that all clients of the process share, and empties it when any stream
 *   breaks: an answer that comes after that throws where only the end of the process catches it;
 * - rejects what waits for room in a stream that breaks where nobody looks, which ends the process;
 * - leaves everybody waiting when the server ends the stream in an orderly way;
 * - takes values where stored bytes are at hand, and encodes each event twice.
 * @param open begins a stream
 * @returns sends an append; rejects with the client's errors, and when the stream ends: then nobody knows what became
 *   of it. Does not tell when the server falls silent.
 */
export const appendsOver = (
  open: () => Promise<BatchStream>,
): ((append: ClusterAppend) => Promise<void>) => {
  let current: Promise<Opened> | undefined;
  /** The table of the stream that appends go over now. */
  let latest: Opened['waiting'] | undefined;

  const begin = async (): Promise<Opened> => {
    const stream = await open().catch((thrown: unknown) => {
      current = undefined;
      throw thrown;
    });
    const waiting = new Map<string, Waiting>();
    latest = waiting;
    const end = (error: Error): void => {
      if (latest === waiting) current = undefined;
      const left = [...waiting.values()];
      waiting.clear();
      left.forEach(({ reject }) => {
        reject(error);
      });
    };
    stream.on('data', (answer) => {
      const correlation = parseUUID(answer.getCorrelationId()) ?? '';
      const asked = waiting.get(correlation);
      waiting.delete(correlation);
      if (asked !== undefined) settle(asked, answer);
    });
    stream.on('error', end);
    stream.on('end', () => {
      stream.end();
      end(new Error('it ended the stream of appends'));
    });
    return { stream, waiting };
  };

  return async (append) => {
    current ??= begin();
    const { stream, waiting } = await current;
    const correlation = randomUUID();
    return new Promise((resolve, reject) => {
      waiting.set(correlation, { stream: append.stream, resolve, reject });
      stream.write(appendMessage(append, correlation));
    });
  };
};
