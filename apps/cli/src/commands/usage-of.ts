import type { Argument, Command } from 'commander';

const argumentTerm = (argument: Argument): string => {
  const words = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${words}>` : `[${words}]`;
};

/**
 * A command with what it takes: "rate <plan> <ref> <rating>". That it has options is seen in its own help; commands
 * under it are named: "log status|copy|compare".
 */
export const usageOf = (command: Command): string =>
  [
    command.name(),
    ...command.registeredArguments.map(argumentTerm),
    ...(command.commands.length === 0
      ? []
      : [command.commands.map((under) => under.name()).join('|')]),
  ].join(' ');
