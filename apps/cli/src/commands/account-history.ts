import {
  type AuditRow,
  auditTrailAnswer,
  type Failure,
  mostLines,
  type Readable,
  resolveKnownAt,
  type TrailAsked,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type AskingOptions,
  parseQuestion,
  withCommon,
  withData,
  withWaiting,
} from '../arguments/asking.ts';
import { defaultTimeZone } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { hanging } from '../terminal/wrapped.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

type Options = Omit<AskingOptions, 'asIn'>;

/** Every line, however many pages they fill. */
const allLines = (
  deps: Readable,
  asked: TrailAsked,
  after?: string,
): E.Either<Failure, ReadonlyArray<AuditRow>> =>
  pipe(
    auditTrailAnswer(deps)([], asked, { newestFirst: false, limit: mostLines, after }),
    E.chain(({ rows, next }) =>
      next === null
        ? E.right(rows)
        : pipe(
            allLines(deps, asked, next),
            E.map((more) => [...rows, ...more]),
          ),
    ),
  );

const linesText =
  (rows: ReadonlyArray<AuditRow>) =>
  (terminal: Terminal): string =>
    rows.length === 0
      ? 'Nobody was let in by then.'
      : rows
          .flatMap(({ ordinal, sentence, channel }) =>
            hanging(
              terminal.width,
              `${String(ordinal).padStart(6)}  `,
              safe(`${sentence} (${channel}).`),
            ),
          )
          .join('\n');

export const addAccountHistory: AddCommand = (account, shell) => {
  withWaiting(
    withCommon(
      account
        .command('history [sign-in-name]')
        .description('who was given which account, role and token, by whom, when and why'),
    ),
  )
    .option('--as-of <date>', 'facts true by this date (default: today)')
    .option('--known-at <when>', 'facts recorded by then: ordinal, date or instant (default: now)')
    .addHelpText(
      'after',
      example('trackrecord account history', 'trackrecord account history m.reed'),
    )
    .action((signInName: string | undefined, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          TE.fromEither(parseQuestion(options)),
          TE.chain(({ asOf, knownAt }) =>
            withData(shell, openToRead, options, (deps) =>
              pipe(
                resolveKnownAt(deps, defaultTimeZone, knownAt),
                E.chain((ordinal) =>
                  allLines(deps, {
                    subject: signInName === undefined ? 'access' : `account:${signInName}`,
                    withConfirmed: false,
                    access: {
                      asOf: asOf ?? deps.clock.today(defaultTimeZone),
                      knownAt: ordinal,
                    },
                  }),
                ),
                TE.fromEither,
              ),
            ),
          ),
          TE.map((rows) => ({ json: rows, text: linesText(rows) })),
        ),
      ),
    );
};
