import { punctualityAnswer, type PunctualityAnswer } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { optional, parseDate, parsePlanId } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions & Readonly<{ from?: string; to?: string }>;

type Counts = Omit<PunctualityAnswer['all'], 'quarters'>;

const row = (name: string, { asked, inTime, late, never, open, medianDays }: Counts) => [
  name,
  ...[asked, inTime, late, never, open].map(String),
  medianDays === null ? '–' : String(medianDays),
];

const punctualityText =
  ({ all, parties }: PunctualityAnswer) =>
  (terminal: Terminal): string =>
    all.asked === 0
      ? 'Nothing has been asked for so far.'
      : table(
          terminal,
          [
            { heading: 'Asked of', fit: 'wrap' },
            { heading: 'Asked' },
            { heading: 'In time' },
            { heading: 'Late' },
            { heading: 'Never' },
            { heading: 'Not due' },
            { heading: 'Median days' },
          ],
          [...parties.map(({ party, ...counts }) => row(party.name, counts)), row('All', all)],
        );

export const addPunctuality: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('punctuality <plan>')
      .description('who answers in time what reminders ask of them')
      .option('--from <date>', 'what was asked for first on this day or later')
      .option('--to <date>', 'what was asked for first on this day or earlier'),
  )
    .addHelpText('after', example('trackrecord punctuality harbour --from 2026-01-01'))
    .action((plan: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('id', () => parsePlanId(plan)),
          E.bind('from', () => optional(options.from, (text) => parseDate('--from', text))),
          E.bind('to', () => optional(options.to, (text) => parseDate('--to', text))),
          TE.fromEither,
          TE.chain(({ id, from, to }) =>
            withData(shell, openToRead, options, (deps) =>
              TE.fromEither(punctualityAnswer(deps)(id, { from, to })),
            ),
          ),
          TE.map((answer) => ({ json: answer, text: punctualityText(answer) })),
        ),
      ),
    );
};
