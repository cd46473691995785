import { emptyCut, type LocalDate, type Ordinal, type Values } from '@trackrecord/kernel';
import {
  type Change,
  changesBetween,
  type Directory,
  nameOf,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { loadDirectory } from './load-directory.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

type End = Readonly<{ on: LocalDate; ordinal: Ordinal }>;

/** What changed in a plan between two dates, each as known at its own time. */
export type ChangesAnswer = Readonly<{
  plan: string;
  from: End;
  to: End;
  counts: Readonly<Record<string, number>>;
  changes: ReadonlyArray<Change>;
}>;

const endOf = ({ point }: Resolved): End => ({ on: point.asOf, ordinal: point.knownAt });

/** Owners stand in the read model by id. */
const named =
  (directory: Directory) =>
  (change: Change): Change => {
    if (change.kind !== 'owners') return change;
    const inWords = (owners: string | null) =>
      owners?.replace(/[^,\s]+(?= \()/gu, (id) => nameOf(directory)(id)) ?? null;
    return { ...change, from: inWords(change.from), to: inWords(change.to) };
  };

const countKinds = (changes: ReadonlyArray<Change>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]),
  );

const emptyWhereMissing = (failure: Failure): E.Either<Failure, Values> =>
  failure._tag === 'Missing' ? E.right(emptyCut) : E.left(failure);

/** What changed between two questions to the same plan. */
export const changesAnswer =
  (deps: Readable) =>
  (from: Resolved, to: Resolved): E.Either<Failure, ChangesAnswer> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      // A plan that began between the two dates held nothing at the first: all of it is new.
      E.bind('before', () => E.orElse(emptyWhereMissing)(cutFor(deps, from))),
      E.bind('after', () => cutFor(deps, to)),
      E.map(({ before, after, directory }) => {
        const changes = changesBetween(
          planFactsOf(before),
          planFactsOf(after),
          from.point.asOf,
        ).map(named(directory));
        return {
          plan: from.plan,
          from: endOf(from),
          to: endOf(to),
          counts: countKinds(changes),
          changes,
        };
      }),
    );
