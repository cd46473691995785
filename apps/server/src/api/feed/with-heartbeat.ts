import type { Pause } from '@trackrecord/application';

/**
 * What something gives, and `undefined` whenever it has given nothing for a while: a line that is silent for long is
 * cut by what lies between. Nothing is asked for before it is taken.
 */
export async function* withHeartbeat<A>(
  source: AsyncIterable<A>,
  pause: Pause,
  every_ms: number,
  signal: AbortSignal,
): AsyncGenerator<A | undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const step = async () => ({ next: await iterator.next() });
  try {
    let coming = step();
    while (!signal.aborted) {
      const beat = new AbortController();
      const first = await Promise.race([
        coming,
        pause(every_ms, AbortSignal.any([signal, beat.signal])),
      ]);
      beat.abort();
      if (signal.aborted) return;
      if (first === undefined) yield undefined;
      else if (first.next.done === true) return;
      else {
        yield first.next.value;
        coming = step();
      }
    }
  } finally {
    await iterator.return?.();
  }
}
