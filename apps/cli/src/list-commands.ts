import pc from 'picocolors';
import { usageOf } from './commands/usage-of.ts';
import { makeProgram } from './program.ts';
import type { Shell } from './wiring/shell.ts';
import { systemClock } from './wiring/system-clock.ts';

/** A command as its help describes it. */
export type ListedCommand = Readonly<{
  group: string;
  usage: string;
  description: string;
  options: ReadonlyArray<Readonly<{ flags: string; description: string }>>;
}>;

const nowhere: Shell = {
  terminal: {
    out: () => undefined,
    err: () => undefined,
    width: 80,
    isInteractive: false,
    colours: pc.createColors(false),
  },
  environment: {},
  clock: systemClock(),
  end: () => undefined,
};

/** Every command that there is, in the order of the help. */
export const listCommands = (): ReadonlyArray<ListedCommand> =>
  makeProgram(nowhere).commands.map((command) => ({
    group: command.helpGroup().replace(/:$/u, ''),
    usage: usageOf(command),
    description: command.description(),
    options: command.options.map(({ flags, description }) => ({ flags, description })),
  }));
