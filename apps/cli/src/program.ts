import { Command, CommanderError } from 'commander';
import * as t from 'io-ts';
import { readFileSync } from 'node:fs';
import { addServe } from './commands/serve.ts';
import { addTour } from './commands/tour.ts';
import { groups } from './commands/groups.ts';
import { usageOf } from './commands/usage-of.ts';
import { exitCodes } from './terminal/exit-code.ts';
import { safe } from './terminal/terminal.ts';
import type { Shell } from './wiring/shell.ts';

const Manifest = t.type({ version: t.string });

/** The version that the package's own manifest states. */
const version = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return Manifest.is(manifest) ? manifest.version : 'unknown';
};

/** The command line, its commands bound to a shell. */
export const makeProgram = (shell: Shell): Command => {
  const program = new Command('trackrecord')
    .description(
      'Keeps a partnership’s action plan: every change an event, every past date one question away.',
    )
    .version(version())
    .configureHelp({ minWidthToWrap: 30, subcommandTerm: usageOf })
    .addHelpCommand(
      new Command('help')
        .argument('[command]')
        .description('what a command takes, with an example')
        .helpGroup('Begin:'),
    )
    .showHelpAfterError('(add --help for what is accepted)')
    .configureOutput({
      writeOut: (text) => shell.terminal.out(text.trimEnd()),
      writeErr: (text) => shell.terminal.err(text.trimEnd()),
      getOutHelpWidth: () => shell.terminal.width,
      getErrHelpWidth: () => shell.terminal.width,
    })
    .exitOverride();
  program.commandsGroup('Begin:');
  addServe(runProgram)(program, shell);
  addTour(runProgram)(program, shell);
  groups.forEach(([heading, commands]) => {
    program.commandsGroup(heading);
    commands.forEach((add) => {
      add(program, shell);
    });
  });
  return program;
};

/** Usage errors end with 2; help and version with 0. */
const exitCodeOfParsing = (error: CommanderError): number =>
  error.exitCode === 0 ? exitCodes.done : exitCodes.usage;

/** Runs one command line in a shell; its exit code goes there too. */
export const runProgram = async (argv: ReadonlyArray<string>, shell: Shell): Promise<void> => {
  try {
    await makeProgram(shell).parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      shell.end(exitCodeOfParsing(thrown));
      return;
    }
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    shell.terminal.err(
      `trackrecord: this should not have happened: ${safe(what)}. Nothing was half-written; please report it.`,
    );
    shell.end(exitCodes.defect);
  }
};
