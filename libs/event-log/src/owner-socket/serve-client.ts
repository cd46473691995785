import type { Socket } from 'node:net';
import * as E from 'fp-ts/lib/Either.js';
import type { StartTimer } from '../start-timer.ts';
import { lineSplitter } from './line-splitter.ts';
import { type FromServer, longestLine_bytes, protocolVersion } from './protocol.ts';
import { serverLine } from './server-line.ts';

/** How long a client may take: to ask anything, to end a line that it began, to take what it is told. */
const idle_ms = 60_000;
const line_ms = 10_000;
const taking_ms = 10_000;

/** How clients are served. */
export type Serving = Readonly<{
  /** Does what a line asks for; rejects where nobody knows whether it was done. */
  answer: (line: string) => Promise<FromServer>;
  /** Aborted when nobody is to be served any more. */
  closing: AbortSignal;
  startTimer: StartTimer;
}>;

const isClosing = 'the server is being stopped';

/** Resolves when it is on its way, or nobody is there to take it. */
const say = (socket: Socket, said: FromServer): Promise<void> =>
  new Promise((resolve) => {
    socket.write(serverLine(said), () => {
      resolve();
    });
  });

/** Ends a connection and says why; whoever does not take even that is cut off. */
export const turnAway = (socket: Socket, message: string, startTimer: StartTimer): void => {
  if (socket.writableEnded) return;
  const stop = startTimer(taking_ms, () => socket.destroy());
  socket.once('close', stop);
  socket.end(serverLine({ _tag: 'Refused', message }), () => socket.destroy());
};

/** One timer at a time. */
const makeWatch = (startTimer: StartTimer) => {
  let stop = (): void => undefined;
  return (ms: number | undefined, fire: () => void = () => undefined): void => {
    stop();
    stop = ms === undefined ? () => undefined : startTimer(ms, fire);
  };
};

/** A client, what it is served with, and whether it is being answered. */
type Client = Readonly<{
  socket: Socket;
  serving: Serving;
  watch: ReturnType<typeof makeWatch>;
  turn: (message: string) => void;
  state: { isAsked: boolean };
}>;

/** Answers a line; whether the client may go on. */
const answerLine = async (
  { socket, serving, watch, turn, state }: Client,
  line: E.Either<string, string>,
): Promise<boolean> => {
  watch(undefined);
  state.isAsked = true;
  const said: FromServer = E.isLeft(line)
    ? { _tag: 'Refused', message: line.left }
    : await serving.answer(line.right);
  state.isAsked = false;
  if (said._tag === 'Refused') {
    turn(said.message);
    return false;
  }
  watch(taking_ms, () => socket.destroy());
  await say(socket, said);
  return true;
};

/** Answers lines until there are no more, or the client may not go on. */
const converse = async (client: Client): Promise<void> => {
  const { socket, serving, watch, turn } = client;
  const lines = lineSplitter(longestLine_bytes);
  const waitForMore = (): void => {
    const [ms, what] = lines.isWithin()
      ? [line_ms, 'a line has not ended within']
      : [idle_ms, 'nothing was asked for'];
    watch(ms, () => {
      turn(`${what} ${ms / 1000} s`);
    });
  };

  await say(socket, { _tag: 'Greeting', version: protocolVersion });
  waitForMore();
  // Read as it is asked for: of whoever sends on while he is not answered, little is taken in.
  const chunks: AsyncIterable<unknown> = socket.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    const wasWithin = lines.isWithin();
    const ended = lines.feed(chunk);
    for (const line of ended) {
      if (serving.closing.aborted || !(await answerLine(client, line))) break;
    }
    if (serving.closing.aborted) turn(isClosing);
    if (socket.writableEnded) return;
    // A line has its time from its first byte, however slowly the others come.
    if (ended.length > 0 || !wasWithin) waitForMore();
  }
  if (lines.isWithin()) turn('the last line has no end');
  else socket.end();
};

/**
 * Serves one client until it leaves, or is turned away: line for line, the next one read when the last is answered.
 * Whoever is silent, slow or talks nonsense costs a connection for a while and nothing else.
 */
export const serveClient = (socket: Socket, serving: Serving): void => {
  const turn = (message: string): void => {
    turnAway(socket, message, serving.startTimer);
  };
  const [watch, state] = [makeWatch(serving.startTimer), { isAsked: false }];
  const close = (): void => {
    // Who is being answered is turned away afterwards.
    if (!state.isAsked) turn(isClosing);
  };
  serving.closing.addEventListener('abort', close);
  socket.on('error', () => undefined);
  socket.once('close', () => {
    watch(undefined);
    serving.closing.removeEventListener('abort', close);
  });
  converse({ socket, serving, watch, turn, state }).catch(() => socket.destroy());
};
