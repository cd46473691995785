import type { Greeting } from './cluster-client.ts';
import { type Failure, lasting } from './failure.ts';

/** Two clocks compared: ours when the answer came, and the server's as its answer stated it. */
export type Clocks = Readonly<{ ours_ms: number; server_ms: number }>;

/** The header states whole seconds, rounded down: on average half a second is missing. */
const roundedOff_ms = 500;

/**
 * What a greeting tells of the server's clock; `undefined` where it states no time.
 * @param ours_ms our clock in the middle of asking
 */
export const clocksOf = ({ date }: Greeting, ours_ms: number): Clocks | undefined => {
  const stated_ms = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(stated_ms) ? undefined : { ours_ms, server_ms: stated_ms + roundedOff_ms };
};

/** How far ours is ahead. */
export const skewOf = ({ ours_ms, server_ms }: Clocks): number => ours_ms - server_ms;

const toTheSecond = (at_ms: number): string => `${new Date(at_ms).toISOString().slice(0, 19)}Z`;

/** Why nothing is written by these clocks; `undefined` where they are close enough. */
export const refusalBy = (
  clocks: Clocks,
  maxSkew_ms: number,
  where: string,
): Failure | undefined => {
  const skew_ms = skewOf(clocks);
  if (Math.abs(skew_ms) <= maxSkew_ms) return undefined;
  const ours = `this machine’s clock says ${toTheSecond(clocks.ours_ms)}`;
  const server = `that of the server ${where} ${toTheSecond(clocks.server_ms)}`;
  const apart = `${Math.round(Math.abs(skew_ms) / 1000)} s apart, where ${maxSkew_ms / 1000} s are allowed`;
  return lasting(`${ours}, ${server}: they are ${apart}; set the wrong one right`);
};
