import { changesAnswer, invalid, resolveQuestion } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type CommonOptions,
  type WaitingOptions,
  withCommon,
  withData,
  withWaiting,
} from '../arguments/asking.ts';
import { optional, parseDate, parseKnownAt, parsePlanId } from '../arguments/parse.ts';
import { changesText } from '../reports/changes-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions &
  WaitingOptions &
  Readonly<{ from: string; to: string; fromKnownAt?: string; toKnownAt?: string }>;

const parseEnd = (name: string, date: string, knownAt: string | undefined) =>
  pipe(
    E.Do,
    E.bind('asOf', () => parseDate(name, date)),
    E.bind('knownAt', () => optional(knownAt, (text) => parseKnownAt(`${name}-known-at`, text))),
  );

export const addChanges: AddCommand = (program, shell) => {
  withWaiting(
    withCommon(
      program
        .command('changes <plan>')
        .description('what changed between two dates: the board’s agenda')
        .requiredOption('--from <date>', 'the first date')
        .requiredOption('--to <date>', 'the second date')
        .option('--from-known-at <when>', 'the first date as known then (default: now)')
        .option('--to-known-at <when>', 'the second date as known then (default: now)'),
    ),
  )
    .addHelpText('after', example('trackrecord changes harbour --from 2025-06-30 --to 2025-09-30'))
    .action((plan: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('plan', () => parsePlanId(plan)),
          E.bind('from', () => parseEnd('--from', options.from, options.fromKnownAt)),
          E.bind('to', () => parseEnd('--to', options.to, options.toKnownAt)),
          E.filterOrElse(
            ({ from, to }) => from.asOf <= to.asOf,
            ({ from, to }) =>
              invalid(
                `--from ${from.asOf} is after --to ${to.asOf}: the earlier date comes first.`,
              ),
          ),
          TE.fromEither,
          TE.chain((asked) =>
            withData(shell, openToRead, options, (deps) =>
              pipe(
                E.Do,
                E.bind('from', () => resolveQuestion(deps)(asked.plan, asked.from)),
                E.bind('to', () => resolveQuestion(deps)(asked.plan, asked.to)),
                E.chain(({ from, to }) => changesAnswer(deps)(from, to)),
                TE.fromEither,
              ),
            ),
          ),
          TE.map((answer) => ({ json: answer, text: changesText(answer) })),
        ),
      ),
    );
};
