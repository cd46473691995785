import {
  type Directory,
  partyStateOf,
  type PartyState,
  type PlanFacts,
} from '@trackrecord/read-models';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

type Deps = Pick<Readable, 'views'>;

const partyOf =
  ({ views }: Deps, knownAt: Ordinal) =>
  (id: string) =>
    pipe(
      views.cutOf(streamOf('party', id), { asOf: endOfTime, knownAt }),
      E.bimap(storage, (cut) => partyStateOf(id, cut)),
    );

/** Parties that were looked up before, `none` where there is none of that id: for whoever asks for many plans at once. */
export type KnownParties = Map<string, O.Option<PartyState>>;

const remembered =
  (known: KnownParties, look: (id: string) => E.Either<Failure, O.Option<PartyState>>) =>
  (id: string): E.Either<Failure, O.Option<PartyState>> => {
    const before = known.get(id);
    if (before !== undefined) return E.right(before);
    const found = look(id);
    if (E.isRight(found)) known.set(id, found.right);
    return found;
  };

const intoWhich = ({ mergedInto }: PartyState): ReadonlyArray<string> =>
  mergedInto === null ? [] : [mergedInto];

const withParties =
  (deps: Deps, knownAt: Ordinal, known: KnownParties) =>
  (directory: Directory, ids: ReadonlyArray<string>): E.Either<Failure, Directory> => {
    const unknown = [...new Set(ids)].filter((id) => !directory.has(id));
    return unknown.length === 0
      ? E.right(directory)
      : pipe(
          unknown,
          E.traverseArray(remembered(known, partyOf(deps, knownAt))),
          E.map(RA.compact),
          E.chain((found) =>
            withParties(
              deps,
              knownAt,
              known,
            )(
              new Map([...directory, ...found.map((party) => [party.id, party] as const)]),
              found.flatMap(intoWhich),
            ),
          ),
        );
  };

/**
 * The parties of these ids by the names that they go by now, with those that they were merged into: what an
 * answer about one plan needs of a directory that may hold thousands.
 * @param known what was looked up before, at about the same time; takes in what is looked up now
 */
export const loadParties = (
  deps: Deps,
  ids: ReadonlyArray<string>,
  known: KnownParties = new Map(),
): E.Either<Failure, Directory> =>
  pipe(
    deps.views.head(),
    E.mapLeft(storage),
    E.chain((knownAt) => withParties(deps, knownAt, known)(new Map(), ids)),
  );

/** The parties that a plan's actions name: their owners, and those who are asked. */
export const partiesNamedBy = ({ actions }: PlanFacts): ReadonlyArray<string> =>
  actions.flatMap(({ owners, requests }) => [
    ...owners.map(({ id }) => id),
    ...requests.flatMap(({ value }) => value.of),
  ]);
