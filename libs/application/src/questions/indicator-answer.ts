import {
  type Baseline,
  type Comparator,
  type IndicatorId,
  Observation,
  observation,
  story,
  subjectOf,
} from '@trackrecord/domain';
import type { Instant, LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  comparatorsOf,
  type DataNeedState,
  historyRows,
  type HistoryAnswer,
  historySentence,
  type IndicatorDefinition,
  indicatorDefinitionOf,
  type IndicatorUse,
  observationsOf,
  type Observed,
  planFactsOf,
  type PlanStructure,
  planStructureOf,
  type TargetState,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';
import { linesInWords } from './trail-of-plan.ts';

/** What was once recorded as a value: who, when, why, and whether it was taken back. */
export type ObservationLine = Readonly<{
  value: number;
  status: Observation['status'];
  source: string | null;
  sentence: string;
}> &
  Pick<
    HistoryAnswer,
    'ordinal' | 'type' | 'effectiveOn' | 'recordedAt' | 'by' | 'onWordOf' | 'why' | 'retracted'
  >;

/** A value of an indicator, and what it was before it was put right. */
export type ObservationAnswer = Readonly<{
  key: string;
  period: string;
  geography: string | null;
  breakdown: string | null;
  value: number;
  status: Observation['status'];
  source: string | null;
  /** Everything that was ever recorded of it, in the order of recording; the value itself among it. */
  history: ReadonlyArray<ObservationLine>;
}>;

/** An indicator of a plan in full. */
export type IndicatorInFull = Readonly<{
  plan: string;
  planTitle: string;
  asOf: LocalDate;
  knownAt: Instant | Ordinal | null;
  ordinal: Ordinal;
  id: string;
  definition: IndicatorDefinition;
  /** What it measures in the plan, by what that is called. */
  under: ReadonlyArray<Readonly<{ subject: string; title: string | null }>>;
  baseline: Baseline | null;
  stories: ReadonlyArray<string>;
  /** Targets that are set for the indicator itself. */
  targets: ReadonlyArray<TargetState>;
  /** Targets of the priorities, themes, results and actions that it measures. */
  targetsOfItems: ReadonlyArray<TargetState>;
  /** Data that the plan lacks about it. */
  dataNeeds: ReadonlyArray<DataNeedState>;
  comparators: ReadonlyArray<Comparator>;
  /** The periods that there are values for, in the order of time, each once. */
  periods: ReadonlyArray<string>;
  series: ReadonlyArray<ObservationAnswer>;
}>;

const lookupUse = (
  { indicators }: PlanStructure,
  id: IndicatorId,
  { plan, point }: Resolved,
): E.Either<Failure, IndicatorUse> => {
  const found = indicators.find(({ indicator: one }) => one === id);
  if (found !== undefined) return E.right(found);
  const used = indicators.map(({ indicator: one }) => one).join(', ');
  return E.left(
    missing(
      `The plan "${plan}" uses no indicator "${id}" as of ${point.asOf}; ${used === '' ? 'it uses none' : `it uses: ${used}`}.`,
      'indicator',
    ),
  );
};

const titlesIn = (
  cut: Values,
  { priorities, enablers, targets }: PlanStructure,
): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...priorities.flatMap(({ ref, title, themes, results }) => [
      [subjectOf('priority', ref), title] as const,
      ...themes.map((theme) => [subjectOf('theme', theme.ref), theme.title] as const),
      ...results.map((result) => [subjectOf('result', result.ref), result.title] as const),
    ]),
    ...enablers.map(({ ref, title }) => [subjectOf('enabler', ref), title] as const),
    ...targets.map(({ ref, words }) => [subjectOf('target', ref), words] as const),
    ...planFactsOf(cut).actions.map(({ id, title }) => [subjectOf('action', id), title] as const),
  ]);

const lineOf = (line: HistoryAnswer): ReadonlyArray<ObservationLine & { key: string }> => {
  if (!Observation.is(line.value)) return [];
  const { ordinal, type, effectiveOn, recordedAt, by, onWordOf, why, retracted } = line;
  return [
    {
      key: line.member ?? '',
      value: line.value.value,
      status: line.value.status,
      source: line.value.source ?? null,
      sentence: historySentence(line),
      ...{ ordinal, type, effectiveOn, recordedAt, by, onWordOf, why, retracted },
    },
  ];
};

type OwnStream = Readonly<{
  definition: IndicatorDefinition;
  observed: ReadonlyArray<Observed>;
  comparators: ReadonlyArray<Comparator>;
  lines: ReadonlyArray<HistoryAnswer>;
}>;

/** What the indicator's own stream says: what it is by all that is known, its values by the date of the question. */
const ownStream = (
  deps: Readable,
  id: IndicatorId,
  { asOf, knownAt }: Resolved['point'],
): E.Either<Failure, OwnStream> => {
  const stream = streamOf('indicator', id);
  return pipe(
    E.Do,
    E.bind('ever', () => deps.views.cutOf(stream, { asOf: endOfTime, knownAt })),
    E.bind('then', () => deps.views.cutOf(stream, { asOf, knownAt })),
    E.bind('records', () => deps.views.recordsOf(stream, knownAt, { field: observation.name })),
    E.mapLeft(storage),
    E.bind('lines', ({ records }) =>
      linesInWords(
        deps,
        { refs: new Map(), documents: new Map(), itself: { subject: 'indicator', ref: id } },
        historyRows(
          records.filter(({ effectiveOn }) => effectiveOn <= asOf),
          true,
        ),
      ),
    ),
    E.map(({ ever, then, lines }) => ({
      definition: indicatorDefinitionOf(ever),
      observed: observationsOf(then),
      comparators: comparatorsOf(then),
      lines,
    })),
  );
};

const seriesOf = ({ observed, lines }: OwnStream): ReadonlyArray<ObservationAnswer> => {
  const histories = Map.groupBy(lines.flatMap(lineOf), ({ key }) => key);
  return observed.map(({ key, observed: { period, geography, breakdown, ...one } }) => ({
    key,
    period,
    geography: geography ?? null,
    breakdown: breakdown ?? null,
    value: one.value,
    status: one.status,
    source: one.source ?? null,
    history: (histories.get(key) ?? []).map(({ key: _, ...line }) => line),
  }));
};

/**
 * One indicator of a plan: what it is, what the plan says of it, and its values by period with what corrected what.
 */
export const indicatorAnswer =
  (deps: Readable) =>
  (question: Resolved, id: IndicatorId): E.Either<Failure, IndicatorInFull> =>
    pipe(
      E.Do,
      E.bind('cut', () => cutFor(deps, question)),
      E.let('structure', ({ cut }) => planStructureOf(cut)),
      E.bind('use', ({ structure }) => lookupUse(structure, id, question)),
      E.bind('own', () => ownStream(deps, id, question.point)),
      E.map(({ cut, structure, use, own }) => {
        const titles = titlesIn(cut, structure);
        const itself = subjectOf('indicator', id);
        const series = seriesOf(own);
        return {
          plan: question.plan,
          planTitle: planFactsOf(cut).title,
          asOf: question.point.asOf,
          knownAt: question.knownAt,
          ordinal: question.point.knownAt,
          id,
          definition: own.definition,
          under: use.under.map((subject) => ({ subject, title: titles.get(subject) ?? null })),
          baseline: use.baseline,
          stories: story.membersOf(cut, itself).map(({ value }) => value),
          targets: structure.targets.filter(({ under }) => under === itself),
          targetsOfItems: structure.targets.filter(({ under }) => use.under.includes(under)),
          dataNeeds: structure.dataNeeds.filter(({ under }) => under === itself),
          comparators: own.comparators,
          periods: [...new Set(series.map(({ period }) => period))],
          series,
        };
      }),
    );
