import { describeFailure, type Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodeOf } from '../terminal/exit-code.ts';
import { safe } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { perform, type RunProgram } from '../tour/perform.ts';
import { readChanges, today } from '../tour/sample.ts';
import { questions, yearOf } from '../tour/story.ts';
import { logFile } from '../wiring/log-place.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

/** A directory without a log: the one that was asked for, or a new one among the temporary files. */
const freshDirectory = (data: string | undefined): E.Either<Failure, string> => {
  if (data === undefined) return E.right(mkdtempSync(join(tmpdir(), 'trackrecord-tour-')));
  const directory = resolve(data);
  return existsSync(logFile(directory))
    ? E.left({
        _tag: 'Conflict',
        message: `There is a log in ${directory} already, and the tour writes over none: give a new directory, or none for a temporary one.`,
      })
    : E.right(directory);
};

const say = ({ terminal }: Shell, words: string): void => {
  wrapped(terminal.width, words).forEach(terminal.out);
};

const opening = (shell: Shell): void => {
  const { colours, out } = shell.terminal;
  out(colours.bold('Trackrecord: a year of the Harbour and Vale Partnership'));
  say(
    shell,
    'An invented partnership, its four quarterly board papers, and what its manager Rhoda Tansley recorded between them. Each step shows the command that does it; each is run on the date that it belongs to.',
  );
};

const closing = ({ terminal }: Shell, directory: string): void => {
  const { colours, out } = terminal;
  out(`\n${colours.bold('── Go on from here ──')}`);
  out(`The log of this tour is kept in ${directory}. To ask it more:`);
  [
    `export TRACKRECORD_DATA=${directory}`,
    `npx trackrecord plan harbour --as-of ${today}`,
    'npx trackrecord plan harbour --as-of 2025-06-20 --known-at 2025-06-30',
    'npx trackrecord action harbour 13',
    `npx trackrecord owed harbour --party TIDE --as-of ${today}`,
    'npx trackrecord rate harbour 10 Amber --why "A nurse has been appointed"',
    'npx trackrecord --help',
  ].forEach((line) => {
    out(colours.cyan(`$ ${line}`));
  });
};

const tour = async (run: RunProgram, shell: Shell, data: string | undefined): Promise<void> => {
  const directory = freshDirectory(data);
  if (E.isLeft(directory)) {
    shell.terminal.err(`trackrecord: ${safe(describeFailure(directory.left))}`);
    shell.end(exitCodeOf(directory.left));
    return;
  }
  opening(shell);
  // Wherever the log of this machine is: a sample has no business there.
  const environment = {
    ...shell.environment,
    TRACKRECORD_DATA: directory.right,
    TRACKRECORD_LOG: undefined,
  };
  const { failed } = await perform(run, { ...shell, environment }, [
    ...yearOf(readChanges()),
    ...questions,
  ]);
  if (failed === 0) closing(shell, directory.right);
  else shell.end(failed);
};

/** The tour runs the program's own commands, one after the other. */
export const addTour =
  (run: RunProgram): AddCommand =>
  (program, shell) => {
    program
      .command('tour')
      .description('see it all on a sample: a year of board papers, then the questions')
      .option('--data <dir>', 'a directory without a log to keep it in (default: a temporary one)')
      .addHelpText('after', example('trackrecord tour', 'trackrecord tour --data ./tour'))
      .action(({ data }: Readonly<{ data?: string }>) => tour(run, shell, data));
  };
