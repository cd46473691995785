import type { Argument, Command } from 'commander';

const argumentTerm = (argument: Argument): string => {
  const words = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${words}>` : `[${words}]`;
};

/** A command with what it takes: "rate <plan> <ref> <rating>". That it has options is seen in its own help. */
export const usageOf = (command: Command): string =>
  [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ');
