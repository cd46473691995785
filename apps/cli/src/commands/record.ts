import { type Failure, invalid, recordObservation } from '@trackrecord/application';
import type { Observation } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { changing, type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { optional, parsePlanId, parseText } from '../arguments/parse.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  Readonly<{
    period: string;
    geography?: string;
    breakdown?: string;
    source?: string;
    provisional?: boolean;
    correct?: boolean;
  }>;

const parseObservation = (value: string, options: Options): E.Either<Failure, Observation> =>
  pipe(
    E.Do,
    E.bind('number', () =>
      value.trim() !== '' && Number.isFinite(Number(value))
        ? E.right(Number(value))
        : E.left(invalid(`"${value}" is no number; accepted is a number such as 41.5.`)),
    ),
    E.bind('period', () => parseText('--period', options.period)),
    E.bind('geography', () =>
      optional(options.geography, (text) => parseText('--geography', text)),
    ),
    E.bind('breakdown', () =>
      optional(options.breakdown, (text) => parseText('--breakdown', text)),
    ),
    E.bind('source', () => optional(options.source, (text) => parseText('--source', text))),
    E.map(({ number, period, geography, breakdown, source }) => ({
      value: number,
      period,
      status: options.provisional === true ? ('provisional' as const) : ('final' as const),
      ...(geography === undefined ? {} : { geography }),
      ...(breakdown === undefined ? {} : { breakdown }),
      ...(source === undefined ? {} : { source }),
    })),
  );

export const addRecord: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('record <plan> <indicator> <value>')
      .description('record a value of an indicator, or correct one')
      .requiredOption('--period <period>', 'the period that it is of, such as 2025/26')
      .option('--geography <place>', 'the place that it is of')
      .option('--breakdown <group>', 'the group that it is of')
      .option('--source <text>', 'where it comes from')
      .option('--provisional', 'it may still change')
      .option('--correct', 'it takes the place of a value recorded before'),
  )
    .addHelpText('after', example('trackrecord record harbour "NI 901" 412 --period 2025/26'))
    .action((plan: string, indicator: string, value: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('id', () => parsePlanId(plan)),
          E.bind('observed', () => parseObservation(value, options)),
          TE.fromEither,
          TE.chain(({ id, observed }) =>
            changing(shell, options, (deps, author) =>
              recordObservation(deps)({
                plan: id,
                author,
                indicator,
                observed,
                corrects: options.correct === true,
              }),
            ),
          ),
          TE.map((done) => ({
            json: done,
            text: () =>
              done.events.length === 0
                ? 'Nothing new: that value is recorded already.'
                : `${indicator}: ${value} for ${options.period}, ${recordedWords(done.ordinal)}.`,
          })),
        ),
      ),
    );
};
