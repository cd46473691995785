import {
  type Failure,
  invalid,
  missing,
  resolveQuestion,
  storage,
  streamOf,
  type Writable,
} from '@trackrecord/application';
import { type PlanId, RetractAssertions, UndoImport } from '@trackrecord/domain';
import { type EventId, Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { ordinalIn } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeWholePlan } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

/** The event of a plan that the history lists under an ordinal. */
const eventAt =
  ({ views }: Writable, plan: PlanId) =>
  (text: string): E.Either<Failure, EventId> => {
    const ordinal = ordinalIn(text);
    if (ordinal === undefined) {
      return E.left(invalid(`"${text}" is no ordinal; "trackrecord history" lists them.`));
    }
    return pipe(
      views.recordsOf(streamOf('plan', plan), ordinal, {}),
      E.mapLeft(storage),
      E.chain((records) =>
        E.fromNullable(missing(`Ordinal ${text} is no event of the plan "${plan}".`))(
          records.find((record) => record.ordinal === ordinal)?.eventId,
        ),
      ),
    );
  };

export const addRetract: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('retract <plan> <ordinals...>')
      .description('take back what was wrong: as known from now on it never held'),
  )
    .addHelpText('after', example('trackrecord retract harbour 412 --why "Meant action 15"'))
    .action((plan: string, ordinals: ReadonlyArray<string>, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeWholePlan(shell, plan, options, ({ deps, plan: id }) =>
          pipe(
            ordinals,
            E.traverseArray(eventAt(deps, id)),
            E.map((events) => RetractAssertions.of({ events: [...new Set(events)] })),
            TE.fromEither,
          ),
        ),
      ),
    );
};

export const addUndoImport: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('undo-import <plan> <document>')
      .description('take back all that a document said; it can be imported again'),
  )
    .addHelpText('after', example('trackrecord undo-import harbour plan-2025-q2.txt'))
    .action((plan: string, document: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeWholePlan(shell, plan, options, ({ deps, plan: id }) =>
          pipe(
            resolveQuestion(deps)(id, { asIn: document }),
            E.chain(({ asIn }) =>
              Sha256.is(asIn?.sha256)
                ? E.right(UndoImport.of({ document: asIn.sha256 }))
                : E.left(missing(`No document "${document}" was imported.`)),
            ),
            TE.fromEither,
          ),
        ),
      ),
    );
};
