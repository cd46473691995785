import { doubling } from '../doubling.ts';

/** How long an append or a read waits before it is tried again, in ms: somebody is waiting for it. */
export const backoff_ms = doubling(50, 2_000);
