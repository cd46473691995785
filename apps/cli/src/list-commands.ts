import type { Command } from 'commander';
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

const listed =
  (group: string, above: string) =>
  (command: Command): ReadonlyArray<ListedCommand> =>
    command.commands.length > 0
      ? command.commands.flatMap(listed(group, `${above}${command.name()} `))
      : [
          {
            group,
            usage: `${above}${usageOf(command)}`,
            description: command.description(),
            options: command.options.map(({ flags, description }) => ({ flags, description })),
          },
        ];

/** Every command that there is, in the order of the help. */
export const listCommands = (): ReadonlyArray<ListedCommand> =>
  makeProgram(quietShell()).commands.flatMap((command) =>
    listed(command.helpGroup().replace(/:$/u, ''), '')(command),
  );
