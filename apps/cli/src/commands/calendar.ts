import {
  addressesAt,
  type Calendar,
  type Failure,
  invalid,
  lookupParty,
  missing,
  noAddresses,
  type PageAddresses,
  partyCalendar,
  planCalendar,
  resolveQuestion,
  type Writable,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type CommonOptions,
  type WaitingOptions,
  withCommon,
  withData,
  withWaiting,
} from '../arguments/asking.ts';
import { optional, parsePlanId } from '../arguments/parse.ts';
import { counted } from '../reports/order-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { writeFile } from '../wiring/write-file.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions &
  WaitingOptions &
  Readonly<{ party?: string; out: string; publicUrl?: string }>;

/** Of what the calendar is: a plan, or what somebody answers for. */
type Scope = Readonly<{ plan: PlanId }> | Readonly<{ party: string }>;

const scopeIn = (plan: PlanId | undefined, party: string | undefined): E.Either<Failure, Scope> => {
  if (plan !== undefined && party === undefined) return E.right({ plan });
  if (plan === undefined && party !== undefined) return E.right({ party });
  return E.left(
    invalid('Say either a plan, or --party with the name of a person or an organisation.'),
  );
};

/** Where entries lead, as for a server: the pages at its public address, if anybody says which that is. */
const addressesIn = (
  { publicUrl }: Options,
  environment: Shell['environment'],
): E.Either<Failure, PageAddresses> => {
  const text = publicUrl ?? environment['TRACKRECORD_PUBLIC_URL'] ?? '';
  if (text === '') return E.right(noAddresses);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:'
    ? E.right(addressesAt(url.origin))
    : E.left(
        invalid(
          `--public-url: accepted is where people reach the server, such as https://plans.example.`,
        ),
      );
};

const calendarOf = (
  deps: Writable,
  scope: Scope,
  addresses: PageAddresses,
): E.Either<Failure, Calendar> =>
  'plan' in scope
    ? pipe(resolveQuestion(deps)(scope.plan, {}), E.chain(planCalendar(deps, addresses)))
    : pipe(
        lookupParty(deps)(scope.party),
        E.chain(
          E.fromNullable(
            missing(`Nobody is known as "${scope.party}"; "trackrecord parties" lists everybody.`),
          ),
        ),
        E.chain((party) => partyCalendar(deps, addresses)(party)),
      );

const written = (out: string, calendar: Calendar, text: string): E.Either<Failure, Output> =>
  out === '-'
    ? // Whoever prints it ends its last line.
      E.right({ json: calendar, text: () => text.replace(/\n$/u, '') })
    : pipe(
        writeFile(out, text),
        E.map(() => ({
          json: { file: out, entries: calendar.entries.length },
          text: () => `${counted(calendar.entries.length, 'date')} written to ${out}.`,
        })),
      );

const made = (shell: Shell, plan: string | undefined, options: Options) =>
  pipe(
    E.Do,
    E.bind('id', () => optional(plan, parsePlanId)),
    E.bind('scope', ({ id }) => scopeIn(id, options.party)),
    E.bind('addresses', () => addressesIn(options, shell.environment)),
    TE.fromEither,
    TE.chain(({ scope, addresses }) =>
      withData(shell, openToRead, options, (deps) =>
        TE.fromEither(calendarOf(deps, scope, addresses)),
      ),
    ),
    TE.bindTo('calendar'),
    // Every other command would wait for what writes letters too.
    TE.bind('notifications', () => TE.fromTask(() => import('@trackrecord/notifications'))),
    TE.chainEitherK(({ calendar, notifications: { writeCalendar } }) =>
      written(options.out, calendar, writeCalendar(calendar)),
    ),
  );

export const addCalendar: AddCommand = (program, shell) => {
  withWaiting(
    withCommon(
      program
        .command('calendar [plan]')
        .description('the dates of a plan, or of what somebody answers for, as iCalendar'),
    ),
  )
    .option('--party <name>', 'what this person or organisation answers for, in every plan')
    .option('--out <file>', 'the file to write; - prints it', '-')
    .option(
      '--public-url <url>',
      'where people reach the server: entries lead there (default: TRACKRECORD_PUBLIC_URL)',
    )
    .addHelpText(
      'after',
      example(
        'trackrecord calendar harbour --out harbour.ics',
        'trackrecord calendar --party "I. Farrow" --out farrow.ics',
      ),
    )
    .action((plan: string | undefined, options: Options) =>
      runCommand(shell, options.json, () => made(shell, plan, options)),
    );
};
