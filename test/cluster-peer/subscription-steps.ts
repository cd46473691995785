import type { Delivered } from './reader.ts';

/** What one step of a subscription came to: nothing to do until there is more to see, or as a delivery. */
export type Step = Delivered | 'idle';

/** A subscription does one small thing at a time, so that it stops wherever the reader takes no more. */
export type Steps = () => Step;

/** How many events may wait for a live subscription before it reads them from the log again. Enumerator.cs */
export const liveBufferSize = 32;
