import {
  type Failure,
  issueToken,
  lookupParty,
  missing,
  rehearsed,
  type Said,
  type Writable,
} from '@trackrecord/application';
import type { PartyId, RoleOnPlan } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { parseRoleOnPlan } from '../arguments/parse-role.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  Readonly<{ name: string; role: string; plan?: string; for?: string }>;

/** For whom the program acts: whoever is named, else whoever creates the token. */
const actsFor = (
  deps: Writable,
  { for: name }: Options,
  { by }: Said,
): E.Either<Failure, PartyId> =>
  name === undefined
    ? E.right(by)
    : pipe(
        lookupParty(deps)(name),
        E.chain(
          E.fromNullable(
            missing(`Nobody is known as "${name}"; "trackrecord parties" lists everybody.`, 'for'),
          ),
        ),
      );

const issued = (shell: Shell, options: Options, role: RoleOnPlan) =>
  withData(shell, openToWrite, options, (deps) =>
    pipe(
      // Every other command would wait for the server's own libraries.
      TE.fromTask(() => import('@trackrecord/server')),
      TE.chain(({ newTokenSecret, systemRandomness, tokenText }) => {
        const { secret, digest } = newTokenSecret(systemRandomness);
        return pipe(
          rehearsed(deps, (stage) =>
            pipe(
              saidBy(shell, stage, options),
              TE.bindTo('said'),
              TE.bind('party', ({ said }) => TE.fromEither(actsFor(stage, options, said))),
              TE.chain(({ said, party }) =>
                issueToken(stage)({ name: options.name, role, party, digest }, said),
              ),
            ),
          ),
          TE.map((done) => ({ ...done, text: tokenText(done.token, secret) })),
        );
      }),
    ),
  );

const created = (shell: Shell, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseRoleOnPlan(options.role, options.plan)),
    TE.chain((role) =>
      pipe(
        issued(shell, options, role),
        TE.map(({ token: id, text: token, ordinal }) => {
          const where = role.plan === undefined ? 'every plan' : `the plan ${role.plan}`;
          return {
            json: { token, id, name: options.name, role: role.role, plan: role.plan ?? null },
            text: () =>
              [
                `The token "${safe(options.name)}" has the role ${role.role} on ${where} (${recordedWords(ordinal)}):`,
                '',
                token,
                '',
                `It is shown this once: put it where the program finds it, and nowhere else.`,
                `"trackrecord token revoke ${id}" ends it.`,
              ].join('\n'),
          };
        }),
      ),
    ),
  );

export const addTokenCreate: AddCommand = (token, shell) => {
  withChanging(
    token
      .command('create')
      .description('let a program in with one role; the token is shown once')
      .requiredOption('--name <name>', 'what the token is called, to tell it from others')
      .requiredOption('--role <role>', 'reader, owner, manager, auditor or administrator')
      .option('--plan <plan>', 'the one plan that it is for (default: every plan)')
      .option('--for <name>', 'for whom the program acts (default: who creates it)'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord token create --name "Quarterly figures" --role auditor --json',
        'trackrecord token create --name "Harbour’s board screen" --role reader --plan harbour',
      ),
    )
    .action((options: Options) => runCommand(shell, options.json, () => created(shell, options)));
};
