import { type ChangesAnswer, changesAnswer, resolveQuestion } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { optional, parseDate, parseKnownAt, parsePlanId } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions &
  Readonly<{ from: string; to: string; fromKnownAt?: string; toKnownAt?: string }>;

const parseEnd = (name: string, date: string, knownAt: string | undefined) =>
  pipe(
    E.Do,
    E.bind('asOf', () => parseDate(name, date)),
    E.bind('knownAt', () => optional(knownAt, parseKnownAt)),
  );

const short = (words: string | null): string => {
  const line = (words ?? '').replace(/\s+/gu, ' ');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};

const changesText =
  ({ from, to, counts, changes }: ChangesAnswer) =>
  (terminal: Terminal): string =>
    [
      `From ${from.on} (ordinal ${from.ordinal}) to ${to.on} (ordinal ${to.ordinal})`,
      Object.entries(counts)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(' · ') || 'Nothing changed.',
      ...(changes.length === 0
        ? []
        : [
            table(
              terminal,
              [
                { heading: 'Ref', width: 7 },
                { heading: 'Change', width: 11 },
                { heading: 'Action' },
                { heading: 'From' },
                { heading: 'To' },
              ],
              changes.map((change) => [
                change.ref,
                change.kind,
                short(change.title).slice(0, 60),
                short(change.from),
                short(change.to),
              ]),
            ),
          ]),
    ].join('\n');

export const addChanges: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('changes <plan>')
      .description('what changed between two dates: the board’s agenda')
      .requiredOption('--from <date>', 'the first date')
      .requiredOption('--to <date>', 'the second date')
      .option('--from-known-at <when>', 'the first date as known then (default: now)')
      .option('--to-known-at <when>', 'the second date as known then (default: now)'),
  )
    .addHelpText('after', example('trackrecord changes harbour --from 2025-06-30 --to 2025-09-30'))
    .action((plan: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('plan', () => parsePlanId(plan)),
          E.bind('from', () => parseEnd('--from', options.from, options.fromKnownAt)),
          E.bind('to', () => parseEnd('--to', options.to, options.toKnownAt)),
          TE.fromEither,
          TE.chain((asked) =>
            withData(shell, openToRead, options.data, (deps) =>
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
