import type { Socket } from 'node:net';
import * as E from 'fp-ts/lib/Either.js';
import type { StartTimer } from '../start-timer.ts';
import { lineSplitter } from './line-splitter.ts';
import type { FromServer } from './protocol.ts';
import { readServerLine } from './server-line.ts';

/** Why there is nothing to be heard: not in time, not any more, or nothing that a server of ours says. */
export type Silence = 'late' | 'ended' | 'nonsense';

/** No server says more at once. */
const longestAnswer_bytes = 65_536;

async function* heard(socket: Socket): AsyncGenerator<E.Either<Silence, FromServer>, void> {
  const lines = lineSplitter(longestAnswer_bytes);
  const chunks: AsyncIterable<unknown> = socket.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    for (const line of lines.feed(chunk)) {
      const said = E.isRight(line) ? readServerLine(line.right) : undefined;
      yield E.fromNullable<Silence>('nonsense')(said);
    }
  }
}

/** Listens to a server: gives what it says next, or ends the connection where that takes longer than so many ms. */
export const listeningToServer = (
  socket: Socket,
  startTimer: StartTimer,
): ((patience_ms: number) => Promise<E.Either<Silence, FromServer>>) => {
  const saying = heard(socket);
  return async (patience_ms) => {
    const state = { isLate: false };
    const stop = startTimer(patience_ms, () => {
      state.isLate = true;
      socket.destroy();
    });
    // A connection that breaks off has ended.
    const next = await saying.next().catch(() => undefined);
    stop();
    if (state.isLate) return E.left('late');
    return next === undefined || next.done === true ? E.left('ended') : next.value;
  };
};
