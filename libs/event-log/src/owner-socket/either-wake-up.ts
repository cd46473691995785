import type { WakeUp } from '../wake-up.ts';

/** For who writes through another process: woken by own appends at once, and by looking for others' now and then. */
export const eitherWakeUp = (own: WakeUp, others: Pick<WakeUp, 'seen' | 'since'>): WakeUp => ({
  seen: own.seen,
  since: async (seen, signal) => {
    const woken = new AbortController();
    const until = AbortSignal.any([signal, woken.signal]);
    await Promise.race([own.since(seen, until), others.since(others.seen(), until)]);
    woken.abort();
  },
  notify: own.notify,
});
