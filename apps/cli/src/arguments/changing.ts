import {
  type AssertionRecord,
  carryOut,
  circumstancesOf,
  type Done,
  endOfTime,
  existingPlan,
  type Failure,
  type HistoryAnswer,
  historyAnswer,
  invalid,
  loadStream,
  lookupActionId,
  missing,
  partyNamed,
  rehearsed,
  type Said,
  storage,
  streamOf,
  type Writable,
} from '@trackrecord/application';
import {
  decidePlan,
  type PartyId,
  type PlanId,
  type PlanOrder,
  Ref,
  statementsOf,
} from '@trackrecord/domain';
import { partyKindOf } from '@trackrecord/documents';
import type { EventId, LocalDate, Ordinal } from '@trackrecord/kernel';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { userInfo } from 'node:os';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type CommonOptions, withCommon, withData } from './asking.ts';
import { optional, ordinalIn, parseDate, parsePlanId, parseText } from './parse.ts';

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
  )(ordinalIn(text));

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

/** Who, since when, why; names become parties, registered where they are new. */
export const saidBy = (
  shell: Shell,
  deps: Writable,
  options: ChangingOptions,
): TE.TaskEither<Failure, Said & Readonly<{ basedOn: Ordinal | undefined }>> =>
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
    TE.bind('onWordOf', ({ effectiveOn }): TE.TaskEither<Failure, PartyId | undefined> =>
      options.onWordOf === undefined
        ? TE.right(undefined)
        : partyNamed(deps)(
            { name: options.onWordOf, kind: partyKindOf(options.onWordOf) },
            effectiveOn,
          ),
    ),
    TE.map(({ effectiveOn, why, basedOn, by, onWordOf }) => ({
      by,
      onWordOf,
      effectiveOn,
      why,
      basedOn,
      channel: 'command line' as const,
    })),
  );

/** What an order is made of: the data, the circumstances, and the action where the command names one. */
export type Making = Readonly<{ deps: Writable; said: Said; plan: PlanId; action: Ref }>;

type Target = Readonly<{ plan: string; ref?: string | undefined }>;

/** What a change did: the events, and what they changed as lines of the audit trail. */
export type Changed = Done &
  Readonly<{
    plan: string;
    ref: string | null;
    changes: ReadonlyArray<HistoryAnswer>;
    /** The lines that it took back. */
    takenBack: ReadonlyArray<HistoryAnswer>;
  }>;

/** What events of some ids said. */
const saidByThese = (
  records: ReadonlyArray<AssertionRecord>,
  events: ReadonlyArray<EventId>,
): ReadonlyArray<AssertionRecord> => {
  const ids = new Set<string>(events);
  return records.filter(({ eventId }) => ids.has(eventId));
};

/** What a change says of itself. Others may have recorded something between it and where the views stand now. */
const answered = (
  deps: Writable,
  { plan, ref }: Readonly<{ plan: PlanId; ref: string | undefined }>,
  done: Done,
): E.Either<Failure, Changed> => {
  const { ordinal: head, events } = done;
  // Nothing can be asked of views that could not take the change in.
  if (head === null)
    return E.right({ ...done, plan, ref: ref ?? null, changes: [], takenBack: [] });
  return pipe(
    E.Do,
    E.bind('records', () =>
      E.mapLeft(storage)(deps.views.recordsOf(streamOf('plan', plan), head, {})),
    ),
    // Asked of the log as it stands now: an undone import may leave no plan that a question could find.
    E.bind('rows', () =>
      historyAnswer(deps)(
        { plan, point: { asOf: endOfTime, knownAt: head }, knownAt: null, asIn: null },
        { withConfirmed: true },
      ),
    ),
    E.map(({ records, rows }) => {
      const said = saidByThese(
        records,
        events.map(({ id }) => id),
      );
      const retracted = saidByThese(
        records,
        events.flatMap((event) => statementsOf(event).retracts),
      );
      const [own, retractions] = [
        new Set(said.map(({ ordinal }) => ordinal)),
        new Set(retracted.map((record) => record.retracted?.ordinal)),
      ];
      return {
        ...done,
        plan,
        ref: ref ?? null,
        changes: rows.filter(({ ordinal }) => own.has(ordinal)),
        takenBack: rows.filter((row) => row.retracted && retractions.has(row.retracted.ordinal)),
      };
    }),
  );
};

type Prepared = Readonly<{ said: Said; basedOn: Ordinal | undefined; order: PlanOrder }>;

const carriedOut = (deps: Writable, plan: PlanId, { said, basedOn, order }: Prepared) =>
  carryOut(deps)({
    stream: streamOf('plan', plan),
    decide: decidePlan,
    circumstances: circumstancesOf(deps, said),
    steps: () => E.right([{ order }]),
    basedOn,
  });

const noAction = E.mapLeft((): Failure => missing('There is no action.'))(Ref.decode('-'));

/** Carries one order on a plan out; `make` gives it once names and refs are known. */
export const changePlan = (
  shell: Shell,
  { plan, ref }: Target,
  options: ChangingOptions,
  make: (making: Making) => TE.TaskEither<Failure, PlanOrder>,
): TE.TaskEither<Failure, Changed> =>
  pipe(
    TE.fromEither(parsePlanId(plan)),
    TE.chain((id) =>
      withData(shell, openToWrite, options, (deps) =>
        pipe(
          TE.fromEither(dateOf(deps, options)),
          TE.chain((date) => loadStream(deps.log, streamOf('plan', id), date)),
          TE.chainEitherK(({ state }) =>
            pipe(
              existingPlan(id, state),
              E.chain(() => (ref === undefined ? noAction : lookupActionId(state, ref))),
            ),
          ),
          TE.chain((action) =>
            rehearsed(deps, (stage) =>
              pipe(
                saidBy(shell, stage, options),
                TE.bindTo('said'),
                TE.bind('order', ({ said }) => make({ deps: stage, said, plan: id, action })),
                TE.chain(({ said, order }) =>
                  carriedOut(stage, id, { said, order, basedOn: said.basedOn }),
                ),
              ),
            ),
          ),
          TE.chainEitherK((done) => answered(deps, { plan: id, ref }, done)),
        ),
      ),
    ),
  );
