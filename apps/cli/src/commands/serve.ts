import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommonOptions, withCommon } from '../arguments/asking.ts';
import { loadSample } from '../serving/load-sample.ts';
import { openSampleAccounts } from '../serving/open-sample-accounts.ts';
import { serveLog } from '../serving/serve-log.ts';
import { refuseKnownPasswords } from '../serving/refuse-known-passwords.ts';
import { sampleAccounts } from '../serving/sample-people.ts';
import { listeningLines, signInLines } from '../serving/sign-in-lines.ts';
import { failed } from '../terminal/run-command.ts';
import type { RunProgram } from '../tour/perform.ts';
import { dataDirectory, type Environment, filled } from '../wiring/data-directory.ts';
import { logFile, type LogPlace, logPlace } from '../wiring/log-place.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions &
  Readonly<{ port?: string; host?: string; publicUrl?: string; sample?: boolean }>;

/** A sample has a directory of its own where none was named: it never comes into anybody's own data. */
const sampleDirectory = '.trackrecord-sample';

const directoryFor = ({ data, sample }: Options, { environment }: Shell): string =>
  sample === true &&
  filled(data) === undefined &&
  filled(environment['TRACKRECORD_DATA']) === undefined
    ? resolve(sampleDirectory)
    : dataDirectory(data, environment);

/** Whoever tries the sample reads the terminal: a line for each request would bury how to sign in. */
const settingsOf = ({ environment }: Shell, { sample }: Options): Environment =>
  sample === true ? { TRACKRECORD_LOG_LEVEL: 'warn', ...environment } : environment;

const withSample = (
  run: RunProgram,
  shell: Shell,
  directory: string,
  publicUrl: URL,
): TE.TaskEither<Failure, null> => {
  if (existsSync(logFile(directory))) return TE.right(null);
  shell.terminal.out('Bringing in the sample: a year of an invented partnership …');
  return pipe(
    TE.fromTask<number, Failure>(() => loadSample(run, shell, directory, publicUrl)),
    TE.filterOrElse(
      (exitCode) => exitCode === 0,
      () => invalid(`The sample could not be brought into ${directory}.`),
    ),
    TE.map(() => null),
  );
};

/** A sample is of one machine: no cluster is asked for it. */
const placeFor = (
  shell: Shell,
  options: Options,
  directory: string,
): E.Either<Failure, LogPlace> =>
  options.sample === true
    ? logPlace({ data: directory }, { ...shell.environment, TRACKRECORD_LOG: undefined })
    : logPlace(options, shell.environment);

const serve = (run: RunProgram, shell: Shell, options: Options): TE.TaskEither<Failure, void> => {
  const directory = directoryFor(options, shell);
  const { terminal } = shell;
  return pipe(
    // What only a server needs is loaded for it alone: every command would start later for it.
    TE.fromTask(() => import('@trackrecord/server')),
    TE.bindTo('server'),
    TE.bind('configuration', ({ server }) =>
      TE.fromEither(
        E.mapLeft((mistakes: ReadonlyArray<string>) => invalid(mistakes.join('\n')))(
          server.readConfiguration(settingsOf(shell, options), options),
        ),
      ),
    ),
    TE.bind('place', () => TE.fromEither(placeFor(shell, options, directory))),
    TE.chainFirst(({ configuration }) =>
      options.sample === true
        ? withSample(run, shell, directory, configuration.publicUrl)
        : TE.right(null),
    ),
    TE.chain(({ server, configuration, place }) =>
      serveLog(shell, server, {
        place,
        directory,
        configuration,
        beforehand: (data, store) =>
          options.sample === true
            ? openSampleAccounts(server, data, store)
            : refuseKnownPasswords(server, data, store),
        sampleAccounts: options.sample === true ? sampleAccounts : [],
        onListening: ({ url }, setupCode) => {
          listeningLines(terminal, { configuration, url, directory, setupCode }).forEach(
            terminal.out,
          );
          if (options.sample === true) signInLines(terminal).forEach(terminal.out);
        },
      }),
    ),
  );
};

/** The server runs the program's own commands to bring a sample in. */
export const addServe =
  (run: RunProgram): AddCommand =>
  (program, shell) => {
    withCommon(
      program
        .command('serve')
        .description('serve the pages and the API in a browser, until it is stopped')
        .option('--port <n>', 'the port to listen at (default: 3000)')
        .option(
          '--host <name>',
          'the address to listen at (default: 127.0.0.1, this machine alone)',
        )
        .option(
          '--public-url <url>',
          'where people reach it, behind a proxy: https://plans.example',
        )
        .option(
          '--sample',
          'with an invented plan and accounts to try it out, where there is no log',
        ),
    )
      .addHelpText('after', example('trackrecord serve --port 8080', 'trackrecord serve --sample'))
      .action(async (options: Options) => {
        const ended = await serve(run, shell, options)();
        if (E.isLeft(ended)) failed(shell, ended.left);
      });
  };
