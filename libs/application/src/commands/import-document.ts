import {
  boardRole,
  type Circumstances,
  decideCommand,
  decideIndicator,
  decideParty,
  decidePlan,
  DefineIndicator,
  type DomainEvent,
  party,
  type PartyId,
  type PlanId,
  Ref,
  type StreamState,
  TakeBoardRole,
  Text,
} from '@trackrecord/domain';
import type { CommandId, Ordinal, Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, invalid } from '../failure.ts';
import type {
  Importable,
  ImportedIndicator,
  ImportedParty,
  Reconciled,
} from '../ports/importable.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import type { Token } from '../waiting/token.ts';
import { carryOut, type Done } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { fitOneAppend, mayFit } from '../carrying-out/fits-one-append.ts';
import { loadStream, stateOf } from '../carrying-out/load-stream.ts';
import { partyNamed } from './parties.ts';
import { provisional, provisionalParties } from './provisional-parties.ts';

/** An import: into which plan, of what, and who says it for which date; `commandId` and `basedOn` as in commands. */
export type Import = Readonly<{
  plan: PlanId;
  importable: Importable;
  said: Said;
  commandId?: CommandId | undefined;
  basedOn?: Ordinal | undefined;
}>;

/** What an import did, or would do: its events (none: nothing new), and what was held against what. */
export type Imported = Readonly<{
  events: ReadonlyArray<DomainEvent>;
  reconciled: Reconciled;
  /** The ordinal at which the views hold it; `null` for a preview. */
  ordinal: Ordinal | null;
  /** What a question on any node can wait for: see `Done`; `null` for a preview. */
  token: Token | null;
}>;

type PartyIds = ReadonlyMap<string, PartyId>;

const idOf =
  (ids: PartyIds) =>
  (name: string): PartyId => {
    const id = ids.get(name);
    if (id !== undefined) return id;
    throw new Error(`the document names "${name}", whom it did not list`);
  };

type Unsigned = Pick<Import, 'plan' | 'importable'> & Readonly<{ said: Omit<Said, 'by'> }>;

type Events = ReadonlyArray<DomainEvent>;

/** The events with which an older document ends on the dates of later ones, given the plan's events up to then. */
const endings =
  (deps: Writable, { importable, said }: Omit<Import, 'plan'>) =>
  (before: Events): E.Either<Failure, Events> =>
    importable.leftBehind(stateOf(before, endOfTime), said.effectiveOn).reduce(
      (soFar: E.Either<Failure, Events>, { on, steps }) =>
        pipe(
          soFar,
          E.chain((events) => {
            const state = stateOf([...before, ...events], on);
            const circumstances = circumstancesOf(deps, { ...said, effectiveOn: on });
            return pipe(
              decidedOn(state, circumstances, steps(state)),
              E.map((more) => [...events, ...more]),
            );
          }),
        ),
      E.right([]),
    );

const decidedOn = (
  state: StreamState,
  circumstances: Circumstances,
  steps: Reconciled['steps'],
): E.Either<Failure, ReadonlyArray<DomainEvent>> =>
  pipe(
    decideCommand(decidePlan)(state)(circumstances, steps),
    E.mapLeft(({ step, refusal }): Failure => ({ _tag: 'Refused', refusal, step })),
  );

/** What an import would do, with nothing written: it is decided as the import itself would be. */
export const previewImport =
  (deps: Writable) =>
  ({ plan, importable, said }: Unsigned): TE.TaskEither<Failure, Imported> =>
    pipe(
      TE.fromEither(provisionalParties(deps, importable)),
      TE.bind('loaded', () => loadStream(deps.log, streamOf('plan', plan), said.effectiveOn)),
      TE.let('reconciled', ({ ids, loaded: { state } }) => importable.reconcile(state, idOf(ids))),
      TE.chainEitherK(({ loaded: { state, events: before }, reconciled }) => {
        const signed = { ...said, by: provisional(0), channel: 'document' as const };
        return pipe(
          mayFit(reconciled.steps),
          E.chain(() => decidedOn(state, circumstancesOf(deps, signed), reconciled.steps)),
          E.bindTo('events'),
          E.bind('more', ({ events }) =>
            endings(deps, { importable, said: signed })([...before, ...events]),
          ),
          E.chainFirst(({ events, more }) => fitOneAppend([...events, ...more])),
          E.map(({ events, more }) => ({
            events: [...events, ...more],
            reconciled,
            ordinal: null,
            token: null,
          })),
        );
      }),
    );

/** A role that is held already is not taken again by a document that repeats it. */
const hasRole = (cut: Values, taken: Readonly<{ board: Text; role: Text }>): boolean =>
  boardRole
    .membersOf(cut, party)
    .some(({ value: { board, role } }) => board === taken.board && role === taken.role);

const withRoles =
  (deps: Writable, { importable, said }: Import) =>
  ({ name, kind, boardRoles }: ImportedParty): TE.TaskEither<Failure, readonly [string, PartyId]> =>
    pipe(
      partyNamed(deps)({ name, kind }, said.effectiveOn, { ...said, channel: 'document' }),
      TE.chainFirst((id) =>
        carryOut(deps)({
          stream: streamOf('party', id),
          decide: decideParty,
          circumstances: {
            ...circumstancesOf(deps, said),
            source: { document: importable.document.sha256, block: 1, line: 1 },
          },
          steps: ({ cut }) =>
            E.right(
              boardRoles
                .filter(Text.is)
                .map((role) => ({ board: boardOf(importable), role }))
                .filter((taken) => !hasRole(cut, taken))
                .map((taken) => ({ order: TakeBoardRole.of(taken) })),
            ),
        }),
      ),
      TE.map((id) => [name, id] as const),
    );

const boardOf = ({ title, document }: Importable): Text => {
  const board = title ?? document.name;
  if (Text.is(board)) return board;
  throw new Error('a document has a name');
};

/** Parties first: harmless alone, and found again by the next try. */
const registerParties = (deps: Writable, job: Import): TE.TaskEither<Failure, PartyIds> =>
  pipe(
    job.importable.parties,
    TE.traverseSeqArray(withRoles(deps, job)),
    TE.map((pairs) => new Map(pairs)),
  );

const defineIndicator =
  (deps: Writable, { importable, said }: Import) =>
  ({ id, code, title, breakdowns }: ImportedIndicator): TE.TaskEither<Failure, Done> => {
    if (!Text.is(title)) return TE.left(invalid('An indicator has no title.'));
    return carryOut(deps)({
      stream: streamOf('indicator', id),
      decide: decideIndicator,
      circumstances: {
        ...circumstancesOf(deps, said),
        source: { document: importable.document.sha256, block: 1, line: 1 },
      },
      steps: ({ cut }) =>
        E.right(
          cut.size > 0
            ? []
            : [
                {
                  order: DefineIndicator.of({
                    title,
                    ...(Ref.is(code) ? { code } : {}),
                    ...(breakdowns.length === 0 ? {} : { breakdowns: breakdowns.filter(Text.is) }),
                  }),
                },
              ],
        ),
    });
  };

/**
 * Imports a document: registers whom it names and defines its indicators (harmless alone), then appends all
 * that it says of the plan at once, or none of it. The same document for the same date appends nothing. It
 * takes the accepted preview: what would be refused is refused before anybody is registered.
 */
export const importDocument =
  (deps: Writable) =>
  (job: Import, { reconciled }: Pick<Imported, 'reconciled'>): TE.TaskEither<Failure, Imported> => {
    const { plan, importable, said, commandId, basedOn } = job;
    const signed = { ...said, channel: 'document' as const };
    return pipe(
      registerParties(deps, job),
      TE.bindTo('ids'),
      TE.chainFirst(() =>
        pipe(importable.indicators, TE.traverseSeqArray(defineIndicator(deps, job))),
      ),
      // Decided again on what is then found: others may have been there meanwhile.
      TE.bind('done', ({ ids }) =>
        carryOut(deps)({
          stream: streamOf('plan', plan),
          decide: decidePlan,
          circumstances: {
            ...circumstancesOf(deps, signed),
            ...(commandId === undefined ? {} : { commandId }),
          },
          steps: (state) => E.right(importable.reconcile(state, idOf(ids)).steps),
          following: endings(deps, { importable, said: signed }),
          basedOn,
        }),
      ),
      TE.map(({ done }) => ({ ...done, reconciled })),
    );
  };
