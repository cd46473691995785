import {
  type Failure,
  type Question,
  type Resolved,
  resolveQuestion,
  waitFor,
  type Writable,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { afterwards } from '../terminal/afterwards.ts';
import { openingBars } from '../terminal/progress.ts';
import { safe } from '../terminal/terminal.ts';
import { logPlace } from '../wiring/log-place.ts';
import { type Open, type OpenData, openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { notesOn } from '../reports/cluster-notes.ts';
import { optional, parseDate, parseKnownAt, parsePlanId } from './parse.ts';
import { parseWaiting } from './waiting.ts';

/** Options that every command has. */
export type CommonOptions = Readonly<{ data?: string; log?: string; json?: boolean }>;

/** Options of everything that asks. */
export type WaitingOptions = Readonly<{ waitFor?: string; waitSeconds?: string }>;

/** Options of every question about one date. */
export type AskingOptions = CommonOptions &
  WaitingOptions &
  Readonly<{ asOf?: string; knownAt?: string; asIn?: string }>;

/** Where what this node keeps is, and how its answers are printed. */
export const withNode = (command: Command): Command =>
  command
    .option(
      '--data <dir>',
      'the data directory, with the log in it (default: TRACKRECORD_DATA, else your own)',
    )
    .option('--json', 'print JSON for scripts');

export const withCommon = (command: Command): Command =>
  withNode(command).option(
    '--log <where>',
    'the log itself: a file, or a cluster’s esdb://… (default: TRACKRECORD_LOG, else log.db in --data)',
  );

/** Adds what makes a question wait for a change that another node was told of. */
export const withWaiting = (command: Command): Command =>
  command
    .option('--wait-for <token>', 'answer once the change that gave this token is here')
    .option('--wait-seconds <n>', 'how long to wait for it at most', '5');

export const withAsking = (command: Command): Command =>
  withWaiting(
    withCommon(command)
      .option('--as-of <date>', 'facts true by this date (default: today)')
      .option(
        '--known-at <when>',
        'facts recorded by then: ordinal, date or instant (default: now)',
      )
      .option(
        '--as-in <document>',
        'what a document said: its file name, or the start of its SHA-256',
      ),
  );

/** The two clocks of a question as they were typed. */
export const parseQuestion = ({
  asOf,
  knownAt,
  asIn,
}: AskingOptions): E.Either<Failure, Question> =>
  pipe(
    E.Do,
    E.bind('asOf', () => optional(asOf, (text) => parseDate('--as-of', text))),
    E.bind('knownAt', () => optional(knownAt, (text) => parseKnownAt('--known-at', text))),
    E.map((clocks) => ({ ...clocks, asIn })),
  );

/** Opens the data, uses them, and puts them away whatever comes of it. */
export const withOpened = <A>(
  shell: Shell,
  open: Open,
  options: CommonOptions,
  use: (deps: OpenData) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> => {
  const bars = openingBars(shell.terminal);
  const opened = pipe(
    TE.fromEither(logPlace(options, shell.environment)),
    TE.chain(open({ ...shell, ...bars })),
    afterwards(bars.stop),
  );
  return TE.bracket(opened, use, (deps) => TE.fromTask(deps.close));
};

/** Opens the data, says what of a cluster is to be known of them, waits where it was asked for, and uses them. */
export const withData = <A>(
  shell: Shell,
  open: Open,
  options: CommonOptions & WaitingOptions,
  use: (deps: OpenData) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    TE.fromEither(parseWaiting(options)),
    TE.chain((awaited) =>
      withOpened(shell, open, options, (deps) => {
        if (deps.status !== undefined)
          notesOn(deps.status(), deps.lastRecordedAt()).forEach((note) => {
            shell.terminal.err(`trackrecord: ${safe(note)}`);
          });
        return pipe(
          awaited === undefined
            ? TE.right<Failure, Ordinal | undefined>(undefined)
            : waitFor(deps)(awaited.token, { seconds: awaited.seconds, pause: shell.pause }),
          TE.chain(() => use(deps)),
        );
      }),
    ),
  );

/** Asks one plan one question. */
export const askPlan = <A>(
  shell: Shell,
  plan: string,
  options: AskingOptions,
  ask: (deps: Writable, question: Resolved, plan: PlanId) => E.Either<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    E.Do,
    E.bind('id', () => parsePlanId(plan)),
    E.bind('question', () => parseQuestion(options)),
    TE.fromEither,
    TE.chain(({ id, question }) =>
      withData(shell, openToRead, options, (deps) =>
        pipe(
          resolveQuestion(deps)(id, question),
          E.chain((resolved) => ask(deps, resolved, id)),
          TE.fromEither,
        ),
      ),
    ),
  );
