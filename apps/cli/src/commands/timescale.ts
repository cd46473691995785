import { rewordOrder, timescaleOrder } from '@trackrecord/application';
import { timescaleSaid } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { optional, parseDate, parseText } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions & Readonly<{ earliest?: string; latest?: string }>;

const parseTimescale = (words: string, { earliest, latest }: Options) =>
  pipe(
    E.Do,
    E.bind('asWritten', () => parseText('The timescale', words)),
    E.bind('from', () => optional(earliest, (text) => parseDate('--earliest', text))),
    E.bind('to', () => optional(latest, (text) => parseDate('--latest', text))),
    E.map(({ asWritten, from, to }) => timescaleSaid(asWritten, { earliest: from, latest: to })),
  );

export const addTimescale: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('timescale <plan> <ref> <words>')
      .description('say when an action is to be done, in words or dates')
      .option('--earliest <date>', 'the earliest date, where the words do not say it')
      .option('--latest <date>', 'the latest date, where the words do not say it'),
  )
    .addHelpText('after', example('trackrecord timescale harbour 14 "by September 2026"'))
    .action((plan: string, ref: string, words: string, options: Options) =>
      runCommand(shell, options.json, () =>
        changeAction(
          shell,
          { plan, ref },
          options,
          E.map(timescaleOrder)(parseTimescale(words, options)),
        ),
      ),
    );
};

export const addReword: AddCommand = (program, shell) => {
  withChanging(
    program.command('reword <plan> <ref> <text>').description('change an action’s words'),
  )
    .addHelpText('after', example('trackrecord reword harbour 14 "Open ten playgrounds"'))
    .action((plan: string, ref: string, text: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(
          shell,
          { plan, ref },
          options,
          E.map(rewordOrder)(parseText('The words', text)),
        ),
      ),
    );
};
