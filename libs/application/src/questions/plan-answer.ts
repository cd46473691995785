import type { CadenceByRating, Timescale } from '@trackrecord/domain';
import { isThere } from '@trackrecord/domain';
import type { Instant, LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  countByRating,
  type Directory,
  owedOn,
  type PlanFacts,
  planFactsOf,
  type PlanStructure,
  planStructureOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { noPlanOn } from '../no-plan.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { type ActionAnswer, actionAnswer } from './action-answer.ts';
import { firstDateOf } from './first-date-of.ts';
import { type IndicatorAnswer, indicatorAnswers } from './indicator-answers.ts';
import { loadParties, partiesNamedBy } from './load-parties.ts';
import type { Resolved } from './resolve-question.ts';

/** A plan as an answer gives it, with the two clocks and the ordinal that it was given at. */
export type PlanAnswer = Readonly<{
  plan: Readonly<{
    id: string;
    title: string;
    period: Timescale | null;
    status: string;
    successor: string | null;
    /** In calendar months; by rating otherwise, where 0 is never. */
    cadenceMonths: number;
    cadenceByRating: CadenceByRating;
  }>;
  asOf: LocalDate;
  knownAt: Instant | Ordinal | null;
  asIn: string | null;
  ordinal: Ordinal;
  counts: Readonly<{
    actions: number;
    byRating: Readonly<Record<string, number>>;
    /** Updates of actions that are owed (and the plan's own end); data that is owed is counted where it is listed. */
    owed: number;
  }>;
  actions: ReadonlyArray<ActionAnswer>;
  withdrawn: ReadonlyArray<Readonly<{ ref: string; title: string }>>;
  documents: PlanFacts['documents'];
}> &
  Omit<PlanStructure, 'indicators'> &
  Readonly<{ indicators: ReadonlyArray<IndicatorAnswer> }>;

const answered = (
  { plan, point, knownAt, asIn }: Resolved,
  facts: PlanFacts,
  structure: PlanStructure,
  directory: Directory,
  indicators: ReadonlyArray<IndicatorAnswer>,
): PlanAnswer => {
  const owed = owedOn(facts, point.asOf);
  const owing = new Set(owed.map(({ action }) => action));
  const standing = facts.actions.filter(({ status }) => status !== 'withdrawn');
  return {
    plan: {
      id: plan,
      title: facts.title,
      period: facts.period,
      status: facts.status,
      successor: facts.successor,
      cadenceMonths: facts.cadence.months,
      cadenceByRating: facts.cadence.byRating,
    },
    asOf: point.asOf,
    knownAt,
    asIn: asIn?.name ?? null,
    ordinal: point.knownAt,
    counts: {
      actions: standing.length,
      byRating: countByRating(facts.scale, facts.actions),
      owed: owed.length,
    },
    ...structure,
    indicators,
    actions: standing.map(actionAnswer(directory, owing)),
    withdrawn: facts.actions
      .filter(({ status }) => status === 'withdrawn')
      .map(({ ref, title }) => ({ ref, title })),
    documents: facts.documents,
  };
};

/**
 * The cut that a question asks of; a plan that was not there yet is missing on that date.
 * @param fields where given, only these (with all their members): `exists` must be among them
 */
export const cutFor = (
  deps: Readable,
  { plan, point }: Resolved,
  fields?: ReadonlyArray<string>,
): E.Either<Failure, Values> =>
  pipe(
    deps.views.cutOf(streamOf('plan', plan), point, undefined, fields),
    E.mapLeft(storage),
    E.chain((cut) =>
      isThere(cut, 'plan')
        ? E.right(cut)
        : pipe(
            firstDateOf(deps)(plan, point.knownAt),
            E.chain((firstOn) =>
              E.left(
                noPlanOn(plan, {
                  asOf: point.asOf,
                  knownAt: point.knownAt,
                  field: 'asOf',
                  firstOn,
                }),
              ),
            ),
          ),
    ),
  );

/** What a plan says, as of a date, as known at a time. */
export const planAnswer =
  (deps: Readable) =>
  (question: Resolved): E.Either<Failure, PlanAnswer> =>
    pipe(
      E.Do,
      E.bind('cut', () => cutFor(deps, question)),
      E.let('facts', ({ cut }) => planFactsOf(cut)),
      E.bind('directory', ({ facts }) => loadParties(deps, partiesNamedBy(facts))),
      E.let('structure', ({ cut }) => planStructureOf(cut)),
      E.bind('indicators', ({ structure }) =>
        indicatorAnswers(deps, structure, question.point.knownAt),
      ),
      E.map(({ facts, structure, directory, indicators }) =>
        answered(question, facts, structure, directory, indicators),
      ),
    );
