import type { Command } from 'commander';

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void;

/** An example under a command's help. */
export const example = (...lines: ReadonlyArray<string>): string =>
  `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
