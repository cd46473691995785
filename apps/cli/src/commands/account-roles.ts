import {
  type Done,
  type Failure,
  grantRole,
  rehearsed,
  revokeRole,
  type Said,
  type Writable,
} from '@trackrecord/application';
import type { AccessId, RoleOnPlan } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { namedAccount } from '../arguments/named-account.ts';
import { parseRoleOnPlan } from '../arguments/parse-role.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions & Readonly<{ plan?: string }>;

/** A change of an account's roles, and how it is told. */
type Change = Readonly<{
  carryOut: (
    deps: Writable,
  ) => (account: AccessId, role: RoleOnPlan, said: Said) => TE.TaskEither<Failure, Done>;
  words: string;
}>;

const changed = (
  shell: Shell,
  { carryOut, words }: Change,
  [signInName, roleName]: readonly [string, string],
  options: Options,
): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseRoleOnPlan(roleName, options.plan)),
    TE.chain((role) =>
      withData(shell, openToWrite, options, (deps) =>
        pipe(
          TE.Do,
          TE.bind('account', () => namedAccount(deps, signInName)),
          TE.bind('done', ({ account }) =>
            rehearsed(deps, (stage) =>
              pipe(
                saidBy(shell, stage, options),
                TE.chain((said) => carryOut(stage)(account.id, role, said)),
              ),
            ),
          ),
          TE.map(({ account, done }) => {
            const where = role.plan === undefined ? 'every plan' : `the plan ${role.plan}`;
            return {
              json: done,
              text: () =>
                done.events.length === 0
                  ? 'Nothing new: that is so already.'
                  : `${safe(account.signInName)} ${words} the role ${role.role} on ${where} (${recordedWords(done.ordinal)}).`,
            };
          }),
        ),
      ),
    ),
  );

const addChange =
  (name: string, description: string, change: Change): AddCommand =>
  (account, shell) => {
    withChanging(
      account
        .command(`${name} <sign-in-name> <role>`)
        .description(description)
        .option('--plan <plan>', 'the one plan that it is on (default: every plan)'),
    )
      .addHelpText('after', example(`trackrecord account ${name} m.reed owner --plan harbour`))
      .action((signInName: string, role: string, options: Options) =>
        runCommand(shell, options.json, () => changed(shell, change, [signInName, role], options)),
      );
  };

export const addAccountGrant = addChange('grant', 'give an account a further role', {
  carryOut: grantRole,
  words: 'has',
});

export const addAccountRevoke = addChange('revoke', 'take a role from an account', {
  carryOut: revokeRole,
  words: 'no longer has',
});
