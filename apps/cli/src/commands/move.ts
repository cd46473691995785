import { type Failure, invalid, moveOrder } from '@trackrecord/application';
import { Ref } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { optional } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  Readonly<{
    priority?: string;
    theme?: string;
    enabler?: string;
    result?: ReadonlyArray<string>;
  }>;

const parseRef =
  (name: string) =>
  (text: string): E.Either<Failure, Ref> =>
    Ref.is(text)
      ? E.right(text)
      : E.left(
          invalid(`${name}: "${text}" can be no number; accepted are words such as 2, 7a or 2(i).`),
        );

const parseDestination = ({ priority, theme, enabler, result }: Options) =>
  pipe(
    E.Do,
    E.bind('priority', () => optional(priority, parseRef('--priority'))),
    E.bind('theme', () => optional(theme, parseRef('--theme'))),
    E.bind('enabler', () => optional(enabler, parseRef('--enabler'))),
    E.bind('results', () => pipe(result ?? [], E.traverseArray(parseRef('--result')))),
  );

export const addMove: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('move <plan> <ref>')
      .description('move an action under another priority, theme, enabler or result')
      .option('--priority <ref>', 'the priority that it is to stand under')
      .option('--theme <ref>', 'the theme, and with it its priority')
      .option('--enabler <ref>', 'the enabler')
      .option('--result <refs...>', 'the results that it serves, and with them their priority'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord move harbour 14 --theme 2.3 --why "Agreed by the board"',
        'trackrecord move harbour 14 --priority 4',
      ),
    )
    .action((plan: string, ref: string, options: Options) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.map(moveOrder)(parseDestination(options))),
      ),
    );
};
