import { type Delay, delay } from '../../delay.ts';
import { type StartTimer, startTimer } from '../../start-timer.ts';
import type { Credentials } from './connection-string.ts';

export type ConnectionOptions = Readonly<{
  /** `esdb://…` or `esdb+discover://…`, credentials and all. */
  connection: string;
  /** Whose streams are followed: those whose names begin with it and a full stop. */
  tenant: string;
  /** In place of those in the connection string. */
  credentials?: Credentials | undefined;
  /** How long one try may take; else what the connection string says (`defaultDeadline`), or 5,000. */
  deadline_ms?: number | undefined;
  /** How long an append or a read is tried again before it is given up: 30,000. */
  patience_ms?: number | undefined;
  /** After how long a silence a subscription is begun anew: 20,000. */
  idle_ms?: number | undefined;
  /** How far this clock and the server's may be apart for appends to be allowed: 60,000. */
  maxSkew_ms?: number | undefined;
  /** For the waiting between tries. */
  delay?: Delay | undefined;
  /** For deadlines and patience. */
  startTimer?: StartTimer | undefined;
  /** From 0 up to 1, for the jitter of the waiting times. */
  random?: (() => number) | undefined;
  /** ms since 1970, by this machine's clock. */
  now?: (() => number) | undefined;
}>;

/** What the parts of a connection share. */
export type Timing = Readonly<{
  deadline_ms: number;
  patience_ms: number;
  idle_ms: number;
  maxSkew_ms: number;
  delay: Delay;
  startTimer: StartTimer;
  random: () => number;
  now: () => number;
}>;

export const timingOf = (
  options: ConnectionOptions,
  defaultDeadline_ms: number | undefined,
): Timing => ({
  deadline_ms: options.deadline_ms ?? defaultDeadline_ms ?? 5_000,
  patience_ms: options.patience_ms ?? 30_000,
  idle_ms: options.idle_ms ?? 20_000,
  maxSkew_ms: options.maxSkew_ms ?? 60_000,
  delay: options.delay ?? delay,
  startTimer: options.startTimer ?? startTimer,
  random: options.random ?? Math.random,
  now: options.now ?? Date.now,
});
