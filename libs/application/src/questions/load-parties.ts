import {
  type Directory,
  partyStateOf,
  type PartyState,
  type PlanFacts,
} from '@trackrecord/read-models';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
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

const intoWhich = ({ mergedInto }: PartyState): ReadonlyArray<string> =>
  mergedInto === null ? [] : [mergedInto];

const withParties =
  (deps: Deps, knownAt: Ordinal) =>
  (directory: Directory, ids: ReadonlyArray<string>): E.Either<Failure, Directory> => {
    const unknown = [...new Set(ids)].filter((id) => !directory.has(id));
    return unknown.length === 0
      ? E.right(directory)
      : pipe(
          unknown,
          E.traverseArray(partyOf(deps, knownAt)),
          E.map(RA.compact),
          E.chain((found) =>
            withParties(deps, knownAt)(
              new Map([...directory, ...found.map((party) => [party.id, party] as const)]),
              found.flatMap(intoWhich),
            ),
          ),
        );
  };

/**
 * The parties of these ids by the names that they go by now, with those that they were merged into: what an
 * answer about one plan needs of a directory that may hold thousands.
 */
export const loadParties = (deps: Deps, ids: ReadonlyArray<string>): E.Either<Failure, Directory> =>
  pipe(
    deps.views.head(),
    E.mapLeft(storage),
    E.chain((knownAt) => withParties(deps, knownAt)(new Map(), ids)),
  );

/** The parties that a plan's actions name: their owners, and those who are asked. */
export const partiesNamedBy = ({ actions }: PlanFacts): ReadonlyArray<string> =>
  actions.flatMap(({ owners, requests }) => [
    ...owners.map(({ id }) => id),
    ...requests.flatMap(({ value }) => value.of),
  ]);
