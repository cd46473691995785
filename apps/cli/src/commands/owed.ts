import { lookupParty, missing, owedAnswer } from '@trackrecord/application';
import type { PartyId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, parseQuestion, withAsking, withData } from '../arguments/asking.ts';
import { optional, parsePlanId } from '../arguments/parse.ts';
import { owedText } from '../reports/owed-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

type Options = AskingOptions & Readonly<{ party?: string }>;

export const addOwed: AddCommand = (program, shell) => {
  withAsking(
    program
      .command('owed [plan]')
      .description(
        'who owes an update or data: asked for, overdue, never rated, past its timescale, not measured',
      ),
  )
    .option('--party <name>', 'only what this person or organisation owes')
    .addHelpText(
      'after',
      example(
        'trackrecord owed harbour --as-of 2026-01-15',
        'trackrecord owed --party "I. Farrow"',
      ),
    )
    .action((plan: string | undefined, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('plan', () => optional(plan, parsePlanId)),
          E.bind('question', () => parseQuestion(options)),
          TE.fromEither,
          TE.chain(({ plan: id, question }) =>
            withData(shell, openToRead, options, (deps) =>
              pipe(
                options.party === undefined
                  ? E.right<never, PartyId | undefined>(undefined)
                  : pipe(
                      lookupParty(deps)(options.party),
                      E.chain(
                        E.fromNullable(
                          missing(
                            `Nobody is known as "${options.party}"; "trackrecord parties" lists everybody.`,
                          ),
                        ),
                      ),
                    ),
                E.chain((party) => owedAnswer(deps)({ plan: id, party }, question)),
                TE.fromEither,
              ),
            ),
          ),
          TE.map((owed) => ({ json: owed, text: owedText(owed) })),
        ),
      ),
    );
};
