import type { StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { AppendOutcome } from '../append-request.ts';
import type { Delay } from '../delay.ts';
import type { Writer } from '../sqlite/writer.ts';
import type { StartTimer } from '../start-timer.ts';
import { appendLine } from './append-line.ts';
import { reachServer, type Unreached } from './reach-server.ts';
import type { Asked, ReachedServer } from './reached-server.ts';

/** By which timers a server is waited for. */
export type Timing = Readonly<{ delay: Delay; startTimer: StartTimer }>;

/** A server that was restarted is there again within so many looks, so far apart. */
const looks = 30;
const look_ms = 100;

/** Not even asked. */
type Unasked = Readonly<{ _tag: 'Unasked'; message: string }>;

type Tried = Asked | Unasked;

const unasked = (file: string, why: Unreached): Unasked => ({
  _tag: 'Unasked',
  message: why._tag === 'Unusable' ? why.message : `nobody takes commands for ${file} any more`,
});

/** Reaches a server again that has ended the connection, or has been restarted. */
const reachAgain = async (
  file: string,
  { delay, startTimer }: Timing,
  closing: AbortSignal,
): Promise<E.Either<Unreached, ReachedServer>> => {
  for (let left = looks; ; left -= 1) {
    const server = await reachServer(file, startTimer);
    if (E.isRight(server) || server.left._tag === 'Unusable' || left === 0) return server;
    await delay(look_ms, closing);
    if (closing.aborted) return server;
  }
};

const gaveUp = (
  stream: StreamName,
  tries: ReadonlyArray<Exclude<Tried, { _tag: 'Outcome' }>>,
): StorageError => {
  const afterwards = tries.some(({ _tag }) => _tag === 'Lost')
    ? 'it may have been recorded all the same: look before you give the command again'
    : 'nothing was recorded';
  const why = [...new Set(tries.map(({ message }) => message))].join('; then ');
  return {
    _tag: 'Unavailable',
    message: `cannot append to ${stream} through the process that writes the log: ${why}; ${afterwards}`,
  };
};

/**
 * A writer that is another process: it holds the log's lock and takes appends over its socket.
 * An append that was not answered is sent once more, the very same, on a connection of its own: its events' ids tell
 * the log that it is a repetition, if it is one.
 */
export const socketWriter = (file: string, reached: ReachedServer, timing: Timing): Writer => {
  const closing = new AbortController();
  let server: ReachedServer | undefined = reached;
  let before: Promise<unknown> = Promise.resolve();

  const attempt = async (line: string): Promise<Tried> => {
    if (server === undefined) {
      const again = await reachAgain(file, timing, closing.signal);
      if (E.isLeft(again)) return unasked(file, again.left);
      server = again.right;
    }
    const asked = await server.ask(line);
    if (asked._tag !== 'Outcome') {
      server.close();
      server = undefined;
    }
    return asked;
  };

  const append: Writer['append'] = async (request) => {
    const line = appendLine(request);
    const first = await attempt(line);
    if (first._tag === 'Outcome') return first.outcome;
    if (first._tag === 'Unasked') return E.left(gaveUp(request.stream, [first]));
    const second = await attempt(line);
    return second._tag === 'Outcome'
      ? second.outcome
      : E.left(gaveUp(request.stream, [first, second]));
  };

  return {
    append: (request) => {
      const mine: Promise<AppendOutcome> = before.then(() => append(request));
      before = mine;
      return mine;
    },
    close: async () => {
      closing.abort();
      await before;
      server?.close();
    },
  };
};
