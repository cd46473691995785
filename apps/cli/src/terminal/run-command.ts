import { describeFailure, type Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Shell } from '../wiring/shell.ts';
import { exitCodeOf } from './exit-code.ts';
import { safe, type Terminal } from './terminal.ts';

/** What a command gives: as JSON for scripts, and in words for people. */
export type Output = Readonly<{ json: unknown; text: (terminal: Terminal) => string }>;

/** Runs a command and prints what it gives; a failure goes to standard error and into the exit code. */
export const runCommand = async (
  { terminal, end }: Shell,
  asJson: boolean | undefined,
  command: (terminal: Terminal) => TE.TaskEither<Failure, Output>,
): Promise<void> => {
  const output = await command(terminal)();
  if (E.isLeft(output)) {
    terminal.err(`trackrecord: ${safe(describeFailure(output.left))}`);
    end(exitCodeOf(output.left));
    return;
  }
  terminal.out(
    asJson === true ? JSON.stringify(output.right.json, null, 2) : output.right.text(terminal),
  );
};
