import type { WakeUp } from '../wake-up.ts';
import type { Delay } from './connection/options.ts';

/** How long those wait who wait for the copy, and by which timer. */
export type Patience = Readonly<{ patience_ms: number; delay: Delay }>;

/**
 * Waits until the node's copy of the log is as far as asked, looking whenever it moves.
 * @param closing ends the wait at once
 * @returns whether it is
 */
export const untilCopied = async (
  isThere: () => boolean,
  moved: Pick<WakeUp, 'seen' | 'since'>,
  { patience_ms, delay }: Patience,
  closing: AbortSignal,
): Promise<boolean> => {
  if (isThere()) return true;
  const waiting = new AbortController();
  const { signal } = waiting;
  void delay(patience_ms, AbortSignal.any([closing, signal])).then(() => {
    waiting.abort();
  });
  try {
    for (;;) {
      const seen = moved.seen();
      if (isThere()) return true;
      if (signal.aborted || closing.aborted) return false;
      await moved.since(seen, signal);
    }
  } finally {
    waiting.abort();
  }
};
