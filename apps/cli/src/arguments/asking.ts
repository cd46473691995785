import {
  type Failure,
  type Question,
  type Resolved,
  resolveQuestion,
  type Writable,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { patientBar } from '../terminal/progress.ts';
import { dataDirectory } from '../wiring/data-directory.ts';
import { type Open, type OpenData, openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { optional, parseDate, parseKnownAt, parsePlanId } from './parse.ts';

/** Options that every command has. */
export type CommonOptions = Readonly<{ data?: string; json?: boolean }>;

/** Options of every question. */
export type AskingOptions = CommonOptions &
  Readonly<{ asOf?: string; knownAt?: string; asIn?: string }>;

export const withCommon = (command: Command): Command =>
  command
    .option(
      '--data <dir>',
      'where the log is (default: TRACKRECORD_DATA, else your data directory)',
    )
    .option('--json', 'print JSON for scripts');

export const withAsking = (command: Command): Command =>
  withCommon(command)
    .option('--as-of <date>', 'facts true by this date (default: today)')
    .option('--known-at <when>', 'facts recorded by then: ordinal, date or instant (default: now)')
    .option(
      '--as-in <document>',
      'what a document said: its file name, or the start of its SHA-256',
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
    E.bind('knownAt', () => optional(knownAt, parseKnownAt)),
    E.map((clocks) => ({ ...clocks, asIn })),
  );

/** Opens the data, asks, and puts the data away whatever comes of it. */
export const withData = <A>(
  { environment, clock, terminal }: Shell,
  open: Open,
  data: string | undefined,
  use: (deps: OpenData) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> => {
  const bar = patientBar(terminal, 'Bringing the views up to date');
  const opened = pipe(
    open({ clock, onProgress: bar.report })(dataDirectory(data, environment)),
    TE.bimap(
      (failure) => {
        bar.stop();
        return failure;
      },
      (deps) => {
        bar.stop();
        return deps;
      },
    ),
  );
  return TE.bracket(opened, use, (deps) => TE.fromTask(deps.close));
};

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
      withData(shell, openToRead, options.data, (deps) =>
        pipe(
          resolveQuestion(deps)(id, question),
          E.chain((resolved) => ask(deps, resolved, id)),
          TE.fromEither,
        ),
      ),
    ),
  );
