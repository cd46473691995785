import type { Pause } from '@trackrecord/application';
import type { Bell } from './bell.ts';

/** How a worker waits, and by what it is told to stop. */
type Waiting = Readonly<{ pause: Pause; stopping: AbortSignal }>;

/** Waits for the bell, so many milliseconds at most; at once where the worker is to stop. */
export const awaitBell = async (
  { pause, stopping }: Waiting,
  bell: Bell,
  longest_ms: number,
): Promise<void> => {
  if (stopping.aborted) return;
  const woken = new AbortController();
  await Promise.race([bell.heard(), pause(longest_ms, AbortSignal.any([stopping, woken.signal]))]);
  woken.abort();
  bell.leave();
};
