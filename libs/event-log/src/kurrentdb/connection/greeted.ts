import type { Clocks } from './clock.ts';

/** What a server said of itself. */
export type Greeted = Readonly<{
  /** When it was asked, in ms since 1970, by our clock. */
  asked_ms: number;
  version: string;
  /** `undefined` where it did not tell the time. */
  clocks: Clocks | undefined;
}>;
