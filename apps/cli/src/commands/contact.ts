import {
  changeParty,
  type Done,
  type Failure,
  invalid,
  knownParty,
} from '@trackrecord/application';
import {
  EmailAddress,
  type PartyOrder,
  RemoveContactAddress,
  ResumeReminders,
  SetContactAddress,
  StopReminders,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { changing, type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { withHint } from '../terminal/hint-on.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  Readonly<{ remove?: boolean; stopReminders?: boolean; resumeReminders?: boolean }>;

const addressIn = (text: string): E.Either<Failure, PartyOrder> =>
  pipe(
    EmailAddress.decode(text),
    E.bimap(
      () =>
        invalid(
          `"${text}" is no email address; accepted is one such as m.reed@harbour.example.`,
          'address',
        ),
      (address) => SetContactAddress.of({ address }),
    ),
  );

/** The one thing that is said: an address, or what becomes of it. */
const orderOf = (
  address: string | undefined,
  { remove, stopReminders, resumeReminders }: Options,
): E.Either<Failure, PartyOrder> => {
  const orders: ReadonlyArray<E.Either<Failure, PartyOrder>> = [
    ...(address === undefined ? [] : [addressIn(address)]),
    ...(remove === true ? [E.right(RemoveContactAddress.of({}))] : []),
    ...(stopReminders === true ? [E.right(StopReminders.of({}))] : []),
    ...(resumeReminders === true ? [E.right(ResumeReminders.of({}))] : []),
  ];
  const [order, ...others] = orders;
  return order === undefined || others.length > 0
    ? E.left(
        invalid(
          'Say one thing: an address, --remove, --stop-reminders or --resume-reminders.',
          'address',
        ),
      )
    : order;
};

const changed = (
  shell: Shell,
  name: string,
  order: PartyOrder,
  options: Options,
): TE.TaskEither<Failure, Output> =>
  pipe(
    changing(shell, options, (deps, author) =>
      pipe(
        TE.fromEither(knownParty(deps, name, 'name')),
        TE.chain((party) => changeParty(deps)({ party, author, order })),
      ),
    ),
    TE.mapLeft(withHint('"trackrecord parties" lists everybody.')),
    TE.map((done: Done) => ({
      json: done,
      text: () =>
        done.events.length === 0
          ? 'Nothing new: that is known already, for this date.'
          : `Noted of ${safe(name)} (${recordedWords(done.ordinal)}).`,
    })),
  );

/** Where reminders to somebody go, and whether they get any. */
export const addContact: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('contact <name> [address]')
      .description('where reminders to a person or an organisation go'),
  )
    .option('--remove', 'take the address away')
    .option('--stop-reminders', 'send them no more: what they owe goes up')
    .option('--resume-reminders', 'send them again')
    .addHelpText('after', example('trackrecord contact "M. Reed" m.reed@harbour.example'))
    .action((name: string, address: string | undefined, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          TE.fromEither(orderOf(address, options)),
          TE.chain((order) => changed(shell, name, order, options)),
        ),
      ),
    );
};
