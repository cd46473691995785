import type { PlanId } from '@trackrecord/domain';
import type { Ordinal, Values } from '@trackrecord/kernel';
import {
  type Directory,
  type HistoryAnswer,
  type HistoryRow,
  listActions,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { historyLine, partiesNamedByRow, type TrailNames } from './history-line.ts';
import { endOfTime } from './load-directory.ts';
import { loadParties } from './load-parties.ts';
import { fieldAndMember } from './register-in-words.ts';
import { dataNeedNames } from './subject-names.ts';

/** Withdrawn actions last: another may have their ref by now. */
const refsOf = (cut: Values): ReadonlyMap<string, string> =>
  new Map(
    listActions(cut)
      .toSorted((a, b) => Number(a.status === 'withdrawn') - Number(b.status === 'withdrawn'))
      .map(({ id, ref }) => [id, ref]),
  );

/** What a plan's actions and documents are called in a cut through it. */
export const trailNamesOf = (cut: Values): TrailNames => {
  const { documents, title } = planFactsOf(cut);
  return {
    refs: refsOf(cut),
    documents: new Map(documents.map(({ sha256, name }) => [sha256, name])),
    title,
    called: dataNeedNames(cut),
  };
};

/** The fields that a trail's names are made of. */
const namingFields = ['exists', 'ref', 'status', 'document', 'title', 'words'];

/**
 * What a plan's actions and documents are called, as known at an ordinal, whatever date is asked of.
 * @param subjects where no others are spoken of
 */
export const loadTrailNames =
  ({ views }: Pick<Readable, 'views'>) =>
  (
    plan: PlanId,
    knownAt: Ordinal,
    subjects: ReadonlyArray<string | undefined> = [undefined],
  ): E.Either<Failure, TrailNames> =>
    pipe(
      subjects,
      E.traverseArray((subject) =>
        views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }, subject, namingFields),
      ),
      E.bimap(storage, (cuts) => trailNamesOf(new Map(cuts.flatMap((cut) => [...cut])))),
    );

/** The subject that a reader means: an action by its ref, anything else by its name in assertions. */
export const subjectFor = (
  { refs }: TrailNames,
  ref: string | undefined,
): E.Either<Failure, string | undefined> => {
  if (ref === undefined) return E.right(undefined);
  const found = [...refs].find(([, current]) => current === ref)?.[0] ?? (refs.has(ref) ? ref : '');
  if (found !== '') return E.right(`action:${found}`);
  return ref === 'plan' || ref.includes(':')
    ? E.right(ref)
    : E.left(missing(`There is no action "${ref}" in the plan.`, 'action'));
};

type Deps = Pick<Readable, 'views'>;

const fieldsOf = (deps: Deps, plan: PlanId, knownAt: Ordinal): E.Either<Failure, string> =>
  pipe(
    deps.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }),
    E.bimap(storage, (cut) =>
      [
        ...new Set(
          [...cut.values()].flatMap((held) =>
            [...held.keys()].map((name) => fieldAndMember(name).field),
          ),
        ),
      ]
        .sort()
        .join(', '),
    ),
  );

/** A field that nothing in the plan has is a slip of the pen, not a field without a history. */
export const knownField =
  (deps: Deps) =>
  (plan: PlanId, knownAt: Ordinal, field: string | undefined): E.Either<Failure, null> => {
    if (field === undefined) return E.right(null);
    const point = { asOf: endOfTime, knownAt };
    return pipe(
      deps.views.cutOf(streamOf('plan', plan), point, undefined, [fieldAndMember(field).field]),
      E.mapLeft(storage),
      E.chain((cut) =>
        cut.size > 0
          ? E.right(null)
          : pipe(
              fieldsOf(deps, plan, knownAt),
              E.chain((fields) =>
                E.left(
                  invalid(
                    `"${field}" is no field of this plan; its fields are: ${fields}.`,
                    'field',
                  ),
                ),
              ),
            ),
      ),
    );
  };

/** Lines of a stream's trail for a reader; reads of the directory whom they name. */
export const linesInWords = (
  deps: Pick<Readable, 'views'>,
  names: TrailNames,
  rows: ReadonlyArray<HistoryRow>,
): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
  pipe(
    loadParties(deps, rows.flatMap(partiesNamedByRow)),
    E.map((directory: Directory) => rows.map(historyLine(directory, names))),
  );
