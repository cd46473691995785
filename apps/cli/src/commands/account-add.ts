import { type Failure, openAccount, partyNamed, rehearsed } from '@trackrecord/application';
import type { RoleOnPlan } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { parseRoleOnPlan } from '../arguments/parse-role.ts';
import {
  passwordFor,
  passwordLines,
  type PasswordOptions,
  withPassword,
} from '../arguments/password.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  PasswordOptions &
  Readonly<{ signInName: string; role: string; plan?: string }>;

/** The account is recorded once there is a password to keep, and a place to keep it in. */
const opened = (shell: Shell, name: string, options: Options, role: RoleOnPlan) =>
  withData(shell, openToWrite, options, (deps) =>
    withServerStore(shell, options, (server, store) =>
      pipe(
        passwordFor(server, options, { name, signInName: options.signInName }),
        TE.bindTo('password'),
        TE.bind('done', () =>
          rehearsed(deps, (stage) =>
            pipe(
              saidBy(shell, stage, options),
              TE.bindTo('said'),
              TE.bind('party', ({ said }) =>
                partyNamed(stage)({ name, kind: 'person' }, said.effectiveOn, said),
              ),
              TE.chain(({ said, party }) =>
                openAccount(stage)({ party, signInName: options.signInName, roles: [role] }, said),
              ),
            ),
          ),
        ),
        TE.chainFirst(({ done, password }) => store.passwords.set(done.account, password.hash)),
      ),
    ),
  );

const added = (shell: Shell, name: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseRoleOnPlan(options.role, options.plan)),
    TE.bindTo('role'),
    TE.bind('opened', ({ role }) => opened(shell, name, options, role)),
    TE.map(({ role, opened: { done, password } }) => {
      const signInName = options.signInName.toLowerCase();
      const where = role.plan === undefined ? 'every plan' : `the plan ${role.plan}`;
      return {
        json: {
          account: done.account,
          name,
          signInName,
          role: role.role,
          plan: role.plan ?? null,
          password: password.told,
          ordinal: done.ordinal,
        },
        text: () =>
          [
            `${safe(name)} signs in as ${safe(signInName)}, with the role ${role.role} on ${where} (${recordedWords(done.ordinal)}).`,
            ...passwordLines(safe(signInName), password.told),
          ].join('\n'),
      };
    }),
  );

export const addAccountAdd: AddCommand = (account, shell) => {
  withPassword(
    withChanging(
      account
        .command('add <name>')
        .description('let somebody sign in, with one role; their password is shown once')
        .requiredOption('--sign-in-name <name>', 'what they sign in with')
        .requiredOption('--role <role>', 'reader, owner, manager, auditor or administrator')
        .option('--plan <plan>', 'the one plan that the role is on (default: every plan)'),
    ),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord account add "Rhoda Tansley" --sign-in-name rhoda --role administrator',
        'trackrecord account add "M. Reed" --sign-in-name m.reed --role owner --plan harbour',
      ),
    )
    .action((name: string, options: Options) =>
      runCommand(shell, options.json, () => added(shell, name, options)),
    );
};
