import {
  type Failure,
  mergeParties,
  type PartyAnswer,
  partiesAnswer,
  type PlanListed,
  plansAnswer,
  resolveQuestion,
  type Writable,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, parseQuestion, withAsking, withData } from '../arguments/asking.ts';
import { changing, type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { optional, parsePlanId } from '../arguments/parse.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { withHint } from '../terminal/hint-on.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

const partiesText =
  (parties: ReadonlyArray<PartyAnswer>) =>
  (terminal: Terminal): string =>
    parties.length === 0
      ? 'Nobody is known yet.'
      : table(
          terminal,
          [
            { heading: 'Name', fit: 'wrap' },
            { heading: 'Kind' },
            { heading: 'Leads', fit: 'wrap' },
            { heading: 'Supports', fit: 'wrap' },
            { heading: 'Asked for', fit: 'wrap' },
            { heading: 'Board roles', fit: 'wrap', ample: 40, spare: true },
            { heading: 'Id', spare: true },
          ],
          parties.map(({ id, name, kind, leads, supports, askedFor, alsoKnownAs, boardRoles }) => [
            alsoKnownAs.length === 0 ? name : `${name} (also ${alsoKnownAs.join(', ')})`,
            kind,
            leads.join(', '),
            supports.join(', '),
            askedFor.join(', '),
            boardRoles.map(({ role }) => role).join('\n'),
            id,
          ]),
        );

const plansOf = (deps: Writable): E.Either<Failure, ReadonlyArray<PlanId>> =>
  E.map((plans: ReadonlyArray<PlanListed>) => plans.map((plan) => plan.id).filter(PlanId.is))(
    plansAnswer(deps),
  );

export const addParties: AddCommand = (program, shell) => {
  withAsking(
    program
      .command('parties [plan]')
      .description('people and organisations, and what each leads, supports and is asked for'),
  )
    .addHelpText(
      'after',
      example('trackrecord parties', 'trackrecord parties harbour --as-of 2025-06-30'),
    )
    .action((plan: string | undefined, options: AskingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('question', () => parseQuestion(options)),
          E.bind('id', () => optional(plan, parsePlanId)),
          TE.fromEither,
          TE.chain(({ id, question }) =>
            withData(shell, openToRead, options, (deps) =>
              pipe(
                id === undefined ? plansOf(deps) : E.right([id]),
                E.chain(E.traverseArray((each) => resolveQuestion(deps)(each, question))),
                E.chain(partiesAnswer(deps)),
                TE.fromEither,
              ),
            ),
          ),
          TE.map((parties) => ({ json: parties, text: partiesText(parties) })),
        ),
      ),
    );
};

export const addMerge: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('merge <name> <into>')
      .description('two spellings of one person or organisation: the first is the second'),
  )
    .addHelpText('after', example('trackrecord merge "I Farow" "I. Farrow"'))
    .action((name: string, into: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          changing(shell, options, (deps, author) =>
            mergeParties(deps)({ author, party: name, into }),
          ),
          TE.mapLeft(withHint('"trackrecord parties" lists everybody.')),
          TE.map((done) => ({
            json: done,
            text: () => `"${name}" is "${into}" from now on (${recordedWords(done.ordinal)}).`,
          })),
        ),
      ),
    );
};
