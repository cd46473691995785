import { partyNamed } from '@trackrecord/application';
import { ConfirmNoChange, GiveUpdate, RequestUpdate, WaiveUpdate } from '@trackrecord/domain';
import { partyKindOf } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { newRef } from '../arguments/new-ref.ts';
import { optional, parseDate, parseText } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';
import { parseRating } from './rate.ts';

type Asking = ChangingOptions &
  Readonly<{ of?: ReadonlyArray<string>; words: string; due?: string }>;

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
        changeAction(shell, { plan, ref }, options, ({ deps, said, action }) =>
          pipe(
            E.Do,
            E.bind('words', () => parseText('--words', options.words)),
            E.bind('dueOn', () => optional(options.due, (text) => parseDate('--due', text))),
            TE.fromEither,
            TE.bind('of', () =>
              pipe(
                options.of ?? [],
                TE.traverseSeqArray((name) =>
                  partyNamed(deps)({ name, kind: partyKindOf(name) }, said.effectiveOn),
                ),
              ),
            ),
            TE.map(({ words, dueOn, of }) =>
              RequestUpdate.of({
                action,
                request: newRef(deps, 'r'),
                of,
                words,
                ...(dueOn === undefined ? {} : { dueOn }),
              }),
            ),
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
        changeAction(shell, { plan, ref }, options, ({ deps, action }) =>
          pipe(
            E.Do,
            E.bind('words', () => parseText('The update', text)),
            E.bind('rating', () => optional(options.rating, parseRating)),
            E.map(({ words, rating }) =>
              GiveUpdate.of({
                action,
                note: { note: newRef(deps, 'n'), text: words },
                ...(rating === undefined ? {} : { rating }),
              }),
            ),
            TE.fromEither,
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
        changeAction(shell, { plan, ref }, options, ({ action }) =>
          TE.right(WaiveUpdate.of({ action })),
        ),
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
        changeAction(shell, { plan, ref }, options, ({ action }) =>
          TE.right(ConfirmNoChange.of({ action })),
        ),
      ),
    );
};
