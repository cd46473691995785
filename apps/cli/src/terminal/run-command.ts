import { describeFailure, type Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Shell } from '../wiring/shell.ts';
import { exitCodeOf } from './exit-code.ts';
import { hintOn } from './hint-on.ts';
import { safe, type Terminal } from './terminal.ts';

/** What a command gives: as JSON for scripts, and in words for people. */
export type Output = Readonly<{
  json: unknown;
  text: (terminal: Terminal) => string;
  /** Where what it gives is a file: it is printed as it is, and in place of anything else. */
  file?: Uint8Array;
  /** What there is to say besides where the file itself is printed: lines for standard error. */
  aside?: ReadonlyArray<string>;
  /** Where it is done and yet no success: two logs that differ. */
  exitCode?: number;
}>;

/** What JSON leaves as it is and a terminal may obey: C1 controls, and marks that turn the direction of text. */
const steering = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as JSON that no terminal obeys; parsed, it is the value. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(steering, escaped);

/** Says what failed, and ends with its exit code. */
export const failed = (
  { terminal, end }: Pick<Shell, 'terminal' | 'end'>,
  failure: Failure,
): void => {
  const hint = hintOn(failure);
  const words = [describeFailure(failure), ...(hint === undefined ? [] : [hint])].join(' ');
  terminal.err(`trackrecord: ${safe(words)}`);
  end(exitCodeOf(failure));
};

/** Runs a command and prints what it gives; a failure goes to standard error and into the exit code. */
export const runCommand = async (
  shell: Shell,
  asJson: boolean | undefined,
  command: (terminal: Terminal) => TE.TaskEither<Failure, Output>,
): Promise<void> => {
  const { terminal, end } = shell;
  const output = await command(terminal)();
  if (E.isLeft(output)) {
    failed(shell, output.left);
    return;
  }
  const { file, json, text, aside = [] } = output.right;
  if (file === undefined) terminal.out(asJson === true ? safeJson(json) : text(terminal));
  else terminal.file(file);
  aside.forEach((line) => terminal.err(safe(line)));
  if (output.right.exitCode !== undefined) end(output.right.exitCode);
};
