import {
  answerOrder,
  askOrder,
  noChangeOrder,
  waiveOrder,
  type Whom,
} from '@trackrecord/application';
import { partyKindOf } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { optional, parseDate, parseText } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';
import { parseRating } from './rate.ts';

type Asking = ChangingOptions &
  Readonly<{ of?: ReadonlyArray<string>; words: string; due?: string }>;

const whom = ({ of = [] }: Asking): ReadonlyArray<Whom> =>
  of.map((name) => ({ _tag: 'ByName', name, kind: partyKindOf(name) }));

export const addAsk: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('ask <plan> <ref>')
      .description('ask for an update on an action')
      .option('--of <names...>', 'of whom; of nobody in particular without it')
      .option('--words <text>', 'in which words', 'Please give an update.')
      .option('--due <date>', 'by when'),
  )
    .addHelpText('after', example('trackrecord ask harbour 14 --of "I. Farrow" --due 2026-01-31'))
    .action((plan: string, ref: string, options: Asking) =>
      runCommand(shell, options.json, () =>
        changeAction(
          shell,
          { plan, ref },
          options,
          pipe(
            E.Do,
            E.bind('words', () => parseText('--words', options.words)),
            E.bind('dueOn', () => optional(options.due, (text) => parseDate('--due', text))),
            E.map(({ words, dueOn }) => askOrder({ of: whom(options), words, dueOn })),
          ),
        ),
      ),
    );
};

type Answering = ChangingOptions & Readonly<{ rating?: string }>;

export const addAnswer: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('answer <plan> <ref> <text>')
      .description('give an update on an action: it settles what was asked')
      .option('--rating <rating>', 'and the rating that goes with it'),
  )
    .addHelpText('after', example('trackrecord answer harbour 14 "All signed" --rating Green'))
    .action((plan: string, ref: string, text: string, options: Answering) =>
      runCommand(shell, options.json, () =>
        changeAction(
          shell,
          { plan, ref },
          options,
          pipe(
            E.Do,
            E.bind('words', () => parseText('The update', text)),
            E.bind('rating', () => optional(options.rating, parseRating)),
            E.map(({ words, rating }) => answerOrder(words, rating)),
          ),
        ),
      ),
    );
};

export const addWaive: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('waive <plan> <ref>')
      .description('take back what was asked: no update is needed any more'),
  )
    .addHelpText('after', example('trackrecord waive harbour 14 --why "Reported in person"'))
    .action((plan: string, ref: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.right(waiveOrder)),
      ),
    );
};

export const addNoChange: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('no-change <plan> <ref>')
      .description(
        'say that nothing has changed: the rating holds, and what was asked is answered',
      ),
  )
    .addHelpText('after', example('trackrecord no-change harbour 14 --on-word-of "I. Farrow"'))
    .action((plan: string, ref: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.right(noChangeOrder)),
      ),
    );
};
