import { assignOrder, invalid, releaseOrder } from '@trackrecord/application';
import { OwnerRole, PartyKind } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions & Readonly<{ role: string; kind: string }>;

const parseRole = (text: string) =>
  OwnerRole.is(text)
    ? E.right(text)
    : E.left(invalid(`--role: "${text}" is no role; accepted are lead and support.`));

const parseKind = (text: string) =>
  PartyKind.is(text)
    ? E.right(text)
    : E.left(invalid(`--kind: "${text}" is no kind; accepted are person and organisation.`));

export const addAssign: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('assign <plan> <ref> <name>')
      .description('make a person or an organisation owner of an action')
      .option('--role <role>', 'lead or support', 'lead')
      .option('--kind <kind>', 'person or organisation, where the name is new', 'person'),
  )
    .addHelpText('after', example('trackrecord assign harbour 14 "I. Farrow" --role support'))
    .action((plan: string, ref: string, name: string, options: Options) =>
      runCommand(shell, options.json, () =>
        changeAction(
          shell,
          { plan, ref },
          options,
          pipe(
            E.Do,
            E.bind('role', () => parseRole(options.role)),
            E.bind('kind', () => parseKind(options.kind)),
            E.map(({ role, kind }) => assignOrder({ _tag: 'ByName', name, kind }, role)),
          ),
        ),
      ),
    );
};

export const addRelease: AddCommand = (program, shell) => {
  withChanging(
    program.command('release <plan> <ref> <name>').description('end an ownership of an action'),
  )
    .addHelpText('after', example('trackrecord release harbour 14 "I. Farrow"'))
    .action((plan: string, ref: string, name: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.right(releaseOrder(name))),
      ),
    );
};
