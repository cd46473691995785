import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { WakeUp } from '../wake-up.ts';

/** Ends the wait of those who wait for the copy, where it takes too long. */
export type Patience = (signal: AbortSignal) => AbortSignal;

/** Gives up after so many ms. */
export const patienceOf =
  (patience_ms: number): Patience =>
  (signal) =>
    AbortSignal.any([signal, AbortSignal.timeout(patience_ms)]);

/**
 * Waits until the node's copy of the log is as far as asked, looking whenever it moves.
 * @param closing ends the wait at once
 */
export const untilCopied = async (
  isThere: () => boolean,
  moved: Pick<WakeUp, 'seen' | 'since'>,
  patience: Patience,
  closing: AbortSignal,
): Promise<E.Either<StorageError, void>> => {
  if (isThere()) return E.right(undefined);
  const signal = patience(closing);
  for (;;) {
    const seen = moved.seen();
    if (isThere()) return E.right(undefined);
    if (signal.aborted) {
      return E.left({
        _tag: 'Unavailable',
        message:
          'the cluster has it, and this node’s own copy of the log does not hold it yet: ask again in a moment, or see “trackrecord log status”',
      });
    }
    await moved.since(seen, signal);
  }
};
