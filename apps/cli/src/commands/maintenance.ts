import { type Failure, invalid, missing, storage } from '@trackrecord/application';
import { eventCodec } from '@trackrecord/domain';
import { backupSqliteLog, restoreSqliteLog, verifySqliteLog } from '@trackrecord/event-log';
import { existsSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { soundOrNot } from '../reports/verification.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { withBar } from '../terminal/with-bar.ts';
import { type LogPlace, logPlace, withoutSecrets } from '../wiring/log-place.ts';
import { openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

/** The file in which this node keeps the log: the log itself, or its copy of the one in a cluster. */
const fileOf = (place: LogPlace): string =>
  place._tag === 'Embedded' ? place.file : place.replica;

const existingLog = (shell: Shell, options: CommonOptions): TE.TaskEither<Failure, string> =>
  pipe(
    logPlace(options, shell.environment),
    E.map(fileOf),
    E.filterOrElse(
      (file) => existsSync(file),
      (file) => missing(`There is no log at ${file}.`),
    ),
    TE.fromEither,
  );

/** Where a backup is put: a cluster takes none, since its log is not a file. */
const emptyPlace = (
  shell: Shell,
  options: CommonOptions,
  backup: string,
): TE.TaskEither<Failure, string> =>
  pipe(
    logPlace(options, shell.environment),
    E.chain((place) =>
      place._tag === 'Embedded'
        ? E.right(place.file)
        : E.left(
            invalid(
              `A log in a cluster is not restored into; copy it there: "trackrecord log copy --from ${backup} --to ${withoutSecrets(place.connection)}".`,
            ),
          ),
    ),
    TE.fromEither,
  );

export const addRebuild: AddCommand = (program, shell) => {
  withCommon(program.command('rebuild').description('drop the views and build them anew'))
    .addHelpText('after', example('trackrecord rebuild'))
    .action((options: CommonOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          withData(shell, openToRead, options, ({ views }) =>
            withBar(terminal, 'Rebuilding', (report) =>
              pipe(
                views.rebuild(({ done, total }) => {
                  report(done, total);
                }),
                TE.mapLeft(storage),
              ),
            ),
          ),
          TE.map((ordinal): Output => ({
            json: { ordinal },
            text: () => `The views hold all ${ordinal} events.`,
          })),
        ),
      ),
    );
};

export const addVerify: AddCommand = (program, shell) => {
  withCommon(
    program.command('verify').description('check every event in the log against its checksum'),
  )
    .addHelpText('after', example('trackrecord verify'))
    .action((options: CommonOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          existingLog(shell, options),
          TE.chain((file) =>
            withBar(terminal, 'Verifying', (onProgress) =>
              pipe(verifySqliteLog({ file, codec: eventCodec, onProgress }), TE.mapLeft(storage)),
            ),
          ),
          TE.chainEitherK((found) => soundOrNot(found)),
        ),
      ),
    );
};

export const addBackup: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('backup <file>')
      .description('copy the log, which may be in use, into one file'),
  )
    .addHelpText('after', example('trackrecord backup harbour-2026-11-22.db'))
    .action((file: string, options: CommonOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          existingLog(shell, options),
          TE.chain((from) =>
            withBar(terminal, 'Copying', (onProgress) =>
              pipe(backupSqliteLog({ from, to: file, onProgress }), TE.mapLeft(storage)),
            ),
          ),
          TE.map((): Output => ({ json: { file }, text: () => `The log is copied to ${file}.` })),
        ),
      ),
    );
};

export const addRestore: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('restore <file>')
      .description('verify a backup and put it where there is no log yet'),
  )
    .addHelpText('after', example('trackrecord restore harbour-2026-11-22.db --data ./restored'))
    .action((file: string, options: CommonOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          emptyPlace(shell, options, file),
          TE.chain((to) =>
            withBar(terminal, 'Verifying', (onProgress) =>
              pipe(
                restoreSqliteLog({ from: file, to, codec: eventCodec, onProgress }),
                TE.mapLeft(storage),
              ),
            ),
          ),
          TE.map(({ events, streams }): Output => ({
            json: { events, streams },
            text: () => `Restored: ${events} events in ${streams} streams, every one verified.`,
          })),
        ),
      ),
    );
};
