import {
  type Author,
  changeAction,
  type Changed,
  changePlan,
  type Failure,
  invalid,
  type MakeOrders,
  type OnAction,
  type OnPlan,
  partyNamed,
  type Writable,
} from '@trackrecord/application';
import { partyKindOf } from '@trackrecord/documents';
import type { PartyId } from '@trackrecord/domain';
import { type LocalDate, type Ordinal, readOrdinal } from '@trackrecord/kernel';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { userInfo } from 'node:os';
import { withHint } from '../terminal/hint-on.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type CommonOptions, withCommon, withData } from './asking.ts';
import { optional, parseDate, parsePlanId, parseText } from './parse.ts';

/** Options of everything that changes something. */
export type ChangingOptions = CommonOptions &
  Readonly<{
    by?: string;
    onWordOf?: string;
    effectiveOn?: string;
    why?: string;
    basedOn?: string;
  }>;

export const withChanging = (command: Command): Command =>
  withCommon(command)
    .option('--by <name>', 'who records it (default: TRACKRECORD_BY, else your user name)')
    .option('--on-word-of <name>', 'whose word it is, if not yours')
    .option('--effective-on <date>', 'since when it is true (default: today)')
    .option('--why <text>', 'the reason')
    .option(
      '--based-on <ordinal>',
      'the ordinal you looked at: later changes of the same field are a conflict',
    );

/** A container's user may have no name; such a recorder has to say one. */
const userName = (): E.Either<Failure, string> =>
  E.tryCatch(
    () => userInfo().username,
    () => invalid('Your user has no name on this machine: say with --by who records this.'),
  );

const author = ({ environment }: Shell, { by }: ChangingOptions): E.Either<Failure, string> => {
  const said = by ?? environment['TRACKRECORD_BY'];
  return said === undefined ? userName() : E.right(said);
};

const parseBasedOn = (text: string): E.Either<Failure, Ordinal> =>
  E.fromNullable(
    invalid(`--based-on: "${text}" is no ordinal; accepted is a whole number such as 812.`),
  )(readOrdinal(text));

/** The zone whose calendar says which day it is. */
export const defaultTimeZone = 'Europe/London';

/** Since when it is true: the date that was given, else today. */
export const dateOf = (
  deps: Writable,
  { effectiveOn }: ChangingOptions,
): E.Either<Failure, LocalDate> =>
  pipe(
    optional(effectiveOn, (text) => parseDate('--effective-on', text)),
    E.map((date) => date ?? deps.clock.today(defaultTimeZone)),
  );

const channel = 'command line';

/** Who, since when, why; names become parties, registered where they are new. */
export const saidBy = (
  shell: Shell,
  deps: Writable,
  options: ChangingOptions,
): ReturnType<Author> =>
  pipe(
    E.Do,
    E.bind('effectiveOn', () => dateOf(deps, options)),
    E.bind('why', () => optional(options.why, (text) => parseText('--why', text))),
    E.bind('basedOn', () => optional(options.basedOn, parseBasedOn)),
    E.bind('name', () => author(shell, options)),
    TE.fromEither,
    TE.bind('by', ({ name, effectiveOn }) =>
      partyNamed(deps)({ name, kind: 'person' }, effectiveOn),
    ),
    TE.bind('onWordOf', ({ by, effectiveOn }): TE.TaskEither<Failure, PartyId | undefined> =>
      options.onWordOf === undefined
        ? TE.right(undefined)
        : partyNamed(deps)(
            { name: options.onWordOf, kind: partyKindOf(options.onWordOf) },
            effectiveOn,
            { by, effectiveOn, channel },
          ),
    ),
    TE.map(({ effectiveOn, why, basedOn, by, onWordOf }) => ({
      by,
      onWordOf,
      effectiveOn,
      why,
      basedOn,
      channel,
    })),
  );

type Target = Readonly<{ plan: string; ref: string }>;

/** What the words of a command come to, or what is wrong with them: told once the plan and the action are there. */
type Parsed<On> = E.Either<Failure, MakeOrders<On>>;

const making =
  <On>(parsed: Parsed<On>): MakeOrders<On> =>
  (on) =>
    pipe(
      TE.fromEither(parsed),
      TE.chain((make) => make(on)),
    );

const withAnotherDate = (failure: Failure): Failure =>
  failure._tag === 'Missing' && failure.firstOn !== undefined
    ? withHint('--effective-on says another date.')(failure)
    : failure;

/** Opens the log and changes something in it, by the author that the options name. */
export const changing = <A>(
  shell: Shell,
  options: ChangingOptions,
  change: (deps: Writable, author: Author) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    withData(shell, openToWrite, options, (deps) =>
      change(deps, (stage) => saidBy(shell, stage, options)),
    ),
    TE.mapLeft(withAnotherDate),
  );

/** Carries an order on one action out, by its plan and ref. */
export const changeOneAction = (
  shell: Shell,
  { plan, ref }: Target,
  options: ChangingOptions,
  parsed: Parsed<OnAction>,
): TE.TaskEither<Failure, Changed> =>
  pipe(
    TE.fromEither(parsePlanId(plan)),
    TE.chain((id) =>
      changing(shell, options, (deps, author) =>
        changeAction(deps)({ plan: id, ref, author, make: making(parsed) }),
      ),
    ),
  );

/** Carries an order on a plan itself out. */
export const changeOnePlan = (
  shell: Shell,
  plan: string,
  options: ChangingOptions,
  parsed: Parsed<OnPlan>,
): TE.TaskEither<Failure, Changed> =>
  pipe(
    TE.fromEither(parsePlanId(plan)),
    TE.chain((id) =>
      changing(shell, options, (deps, author) =>
        changePlan(deps)({ plan: id, author, make: making(parsed) }),
      ),
    ),
  );
