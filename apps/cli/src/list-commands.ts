import { usageOf } from './commands/usage-of.ts';
import { makeProgram } from './program.ts';
import { quietShell } from './wiring/quiet-shell.ts';

/** A command as its help describes it. */
export type ListedCommand = Readonly<{
  group: string;
  usage: string;
  description: string;
  options: ReadonlyArray<Readonly<{ flags: string; description: string }>>;
}>;

/** Every command that there is, in the order of the help. */
export const listCommands = (): ReadonlyArray<ListedCommand> =>
  makeProgram(quietShell()).commands.map((command) => ({
    group: command.helpGroup().replace(/:$/u, ''),
    usage: usageOf(command),
    description: command.description(),
    options: command.options.map(({ flags, description }) => ({ flags, description })),
  }));
