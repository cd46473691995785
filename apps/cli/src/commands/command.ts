import type { Command } from 'commander';
import type { Shell } from '../wiring/shell.ts';

/** Adds one command to the program; it runs in the shell. */
export type AddCommand = (program: Command, shell: Shell) => void;

/** An example under a command's help. */
export const example = (...lines: ReadonlyArray<string>): string =>
  `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
