import type { Clock, Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { optional, parseInstant } from '../arguments/parse.ts';
import { processTerminal, type Terminal } from '../terminal/terminal.ts';
import type { Environment } from './data-directory.ts';
import { systemClock } from './system-clock.ts';

/** Where a command runs: what it prints to, the environment and the clock that it reads, where its exit code goes. */
export type Shell = Readonly<{
  terminal: Terminal;
  environment: Environment;
  clock: Clock;
  end: (exitCode: number) => void;
}>;

const clockOf = (now: string | undefined): E.Either<Failure, Clock> =>
  pipe(
    optional(now, (text) => parseInstant('TRACKRECORD_NOW', text)),
    E.map(systemClock),
  );

/** The shell that this process was started from; `TRACKRECORD_NOW` (an instant) stands in for its clock. */
export const processShell = (): E.Either<Failure, Shell> =>
  pipe(
    clockOf(process.env['TRACKRECORD_NOW']),
    E.map((clock) => ({
      terminal: processTerminal(),
      environment: process.env,
      clock,
      end: (exitCode) => {
        process.exitCode = exitCode;
      },
    })),
  );
