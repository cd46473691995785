import type { CrossReference, Timescale } from '@trackrecord/domain';
import { indicator, indicatorCode, indicatorTitle, isThere } from '@trackrecord/domain';
import type { Instant, LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  type ActionState,
  countByRating,
  type Directory,
  nameOf,
  owedOn,
  type PlanFacts,
  planFactsOf,
  type PlanStructure,
  planStructureOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime, loadDirectory } from './load-directory.ts';
import type { Resolved } from './resolve-question.ts';

export type OwnerAnswer = Readonly<{ party: string; name: string; role: string }>;

/** An action as an answer gives it. */
export type ActionAnswer = Readonly<{
  ref: string;
  /** The number in the ref; `null` where it has none. */
  number: number | null;
  label: string;
  title: string;
  rating: string;
  status: string;
  under: Readonly<{
    priority: string | null;
    theme: string | null;
    enabler: string | null;
    results: ReadonlyArray<string>;
  }>;
  owners: ReadonlyArray<OwnerAnswer>;
  timescale: Timescale | null;
  createdOn: LocalDate | null;
  lastUpdatedOn: LocalDate | null;
  updateOwed: boolean;
  notes: ReadonlyArray<Readonly<{ text: string; on: LocalDate }>>;
  requests: ReadonlyArray<
    Readonly<{ of: ReadonlyArray<string>; words: string; state: string; askedOn: LocalDate }>
  >;
  crossReferences: ReadonlyArray<CrossReference>;
  knownAs: ReadonlyArray<string>;
}>;

export type IndicatorAnswer = Readonly<{
  id: string;
  code: string | null;
  title: string;
  under: ReadonlyArray<string>;
  baseline: string | null;
}>;

/** A plan as an answer gives it, with the two clocks and the ordinal that it was given at. */
export type PlanAnswer = Readonly<{
  plan: Readonly<{
    id: string;
    title: string;
    period: Timescale | null;
    status: string;
    successor: string | null;
    cadenceMonths: number;
  }>;
  asOf: LocalDate;
  knownAt: Instant | Ordinal | null;
  asIn: string | null;
  ordinal: Ordinal;
  counts: Readonly<{ actions: number; byRating: Readonly<Record<string, number>>; owed: number }>;
  actions: ReadonlyArray<ActionAnswer>;
  withdrawn: ReadonlyArray<Readonly<{ ref: string; title: string }>>;
  documents: PlanFacts['documents'];
}> &
  Omit<PlanStructure, 'indicators'> &
  Readonly<{ indicators: ReadonlyArray<IndicatorAnswer> }>;

const numberIn = (ref: string): number | null => {
  const digits = /(\d+)\D*$/u.exec(ref)?.[1];
  return digits === undefined ? null : Number(digits);
};

const actionAnswer =
  (directory: Directory, owing: ReadonlySet<string | null>) =>
  (action: ActionState): ActionAnswer => ({
    ref: action.ref,
    number: numberIn(action.ref),
    label: action.label,
    title: action.title,
    rating: action.rating,
    status: action.status,
    under: {
      priority: action.under.priority ?? null,
      theme: action.under.theme ?? null,
      enabler: action.under.enabler ?? null,
      results: action.under.results,
    },
    owners: action.owners.map(({ id, value }) => ({
      party: id,
      name: nameOf(directory)(id),
      role: value,
    })),
    timescale: action.timescale,
    createdOn: action.createdOn,
    lastUpdatedOn: action.lastUpdatedOn,
    updateOwed: owing.has(action.ref),
    notes: action.notes
      .map(({ value, since }) => ({ text: value, on: since }))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    requests: action.requests.map(({ value }) => ({
      of: value.of.map(nameOf(directory)),
      words: value.words,
      state: value.state,
      askedOn: value.askedOn,
    })),
    crossReferences: action.crossReferences,
    knownAs: action.knownAs.filter((ref) => ref !== action.ref),
  });

const indicatorAnswers = (
  deps: Readable,
  { indicators }: PlanStructure,
  knownAt: Ordinal,
): E.Either<Failure, ReadonlyArray<IndicatorAnswer>> =>
  pipe(
    indicators,
    E.traverseArray(({ indicator: id, under, baseline }) =>
      pipe(
        deps.views.cutOf(streamOf('indicator', id), { asOf: endOfTime, knownAt }),
        E.mapLeft(storage),
        E.map((cut: Values) => ({
          id,
          code: O.toNullable(indicatorCode.of(cut, indicator)),
          title: O.getOrElse((): string => id)(indicatorTitle.of(cut, indicator)),
          under,
          baseline: baseline?.asWritten ?? null,
        })),
      ),
    ),
  );

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
      cadenceMonths: facts.cadenceMonths,
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

/** The cut that a question asks of; a plan that was not there yet is missing on that date. */
export const cutFor = (deps: Readable, { plan, point }: Resolved): E.Either<Failure, Values> =>
  pipe(
    deps.views.cutOf(streamOf('plan', plan), point),
    E.mapLeft(storage),
    E.filterOrElse(
      (cut) => isThere(cut, 'plan'),
      () =>
        missing(
          `There is no plan "${plan}" as of ${point.asOf}, as known at ordinal ${point.knownAt}.`,
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
      E.bind('directory', () => loadDirectory(deps)),
      E.let('structure', ({ cut }) => planStructureOf(cut)),
      E.bind('indicators', ({ structure }) =>
        indicatorAnswers(deps, structure, question.point.knownAt),
      ),
      E.map(({ cut, structure, directory, indicators }) =>
        answered(question, planFactsOf(cut), structure, directory, indicators),
      ),
    );
