import {
  type Baseline,
  type CrossReference,
  crossReference,
  dataNeedExists,
  dataNeedRaised,
  dataNeedStatus,
  dataNeedTimescale,
  dataNeedUnder,
  dataNeedWords,
  glossaryTerm,
  indicatorBaseline,
  indicatorLink,
  itemPriority,
  itemTitle,
  type Measure,
  type Narrative,
  narrative,
  type OutcomeLink,
  outcomeLink,
  plan,
  priorityStatement,
  resultMeasure,
  story,
  targetLabel,
  targetStatus,
  targetTimescale,
  targetUnder,
  targetWords,
  type Timescale,
} from '@trackrecord/domain';
import type { LocalDate, Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { byRef } from './natural-order.ts';
import { type SubjectOfKind, subjectsOf } from './subjects-of.ts';

type Titled = Readonly<{ ref: string; title: string }>;

export type PriorityState = Titled &
  Readonly<{
    statement: string | null;
    outcomes: ReadonlyArray<OutcomeLink>;
    stories: ReadonlyArray<string>;
    themes: ReadonlyArray<Titled>;
    results: ReadonlyArray<
      Titled & Readonly<{ measure: Measure | null; stories: ReadonlyArray<string> }>
    >;
  }>;

export type TargetState = Readonly<{
  ref: string;
  label: string;
  words: string;
  under: string;
  status: 'set' | 'met' | 'dropped';
  timescale: Timescale | null;
}>;

export type DataNeedState = Readonly<{
  ref: string;
  words: string;
  under: string;
  status: 'raised' | 'met';
  /** Since when it is needed; documents that repeat it later do not move it. */
  raisedOn: LocalDate | null;
  timescale: Timescale | null;
}>;

/** What the plan says of an indicator; its definition and values live in the indicator's own stream. */
export type IndicatorUse = Readonly<{
  indicator: string;
  under: ReadonlyArray<string>;
  baseline: Baseline | null;
}>;

/** All of a plan but its actions. */
export type PlanStructure = Readonly<{
  priorities: ReadonlyArray<PriorityState>;
  enablers: ReadonlyArray<Titled>;
  targets: ReadonlyArray<TargetState>;
  dataNeeds: ReadonlyArray<DataNeedState>;
  indicators: ReadonlyArray<IndicatorUse>;
  glossary: ReadonlyArray<Readonly<{ term: string; meaning: string }>>;
  narratives: ReadonlyArray<Readonly<{ section: string }> & Narrative>;
  crossReferences: ReadonlyArray<CrossReference>;
}>;

const words = O.getOrElse((): string => '');

const titled =
  (cut: Values) =>
  ({ id, subject }: SubjectOfKind): Titled => ({
    ref: id,
    title: words(itemTitle.of(cut, subject)),
  });

const storiesOf = (cut: Values, subject: string): ReadonlyArray<string> =>
  story.membersOf(cut, subject).map(({ value }) => value);

const belongsTo =
  (cut: Values, priority: string) =>
  ({ subject }: SubjectOfKind): boolean =>
    O.toUndefined(itemPriority.of(cut, subject)) === priority;

const priorityOf =
  (cut: Values) =>
  (item: SubjectOfKind): PriorityState => ({
    ...titled(cut)(item),
    statement: O.toNullable(priorityStatement.of(cut, item.subject)),
    outcomes: outcomeLink.membersOf(cut, item.subject).map(({ value }) => value),
    stories: storiesOf(cut, item.subject),
    themes: subjectsOf(cut, 'theme')
      .filter(belongsTo(cut, item.id))
      .map(titled(cut))
      .toSorted(byRef),
    results: subjectsOf(cut, 'result')
      .filter(belongsTo(cut, item.id))
      .map((result) => ({
        ...titled(cut)(result),
        measure: O.toNullable(resultMeasure.of(cut, result.subject)),
        stories: storiesOf(cut, result.subject),
      })),
  });

const targetOf =
  (cut: Values) =>
  ({ id, subject }: SubjectOfKind): TargetState => ({
    ref: id,
    label: O.getOrElse(() => id)(targetLabel.of(cut, subject)),
    words: words(targetWords.of(cut, subject)),
    under: words(targetUnder.of(cut, subject)),
    status: O.getOrElse((): TargetState['status'] => 'set')(targetStatus.of(cut, subject)),
    timescale: O.toNullable(targetTimescale.of(cut, subject)),
  });

const dataNeedOf =
  (cut: Values) =>
  ({ id, subject }: SubjectOfKind): DataNeedState => ({
    ref: id,
    words: words(dataNeedWords.of(cut, subject)),
    under: words(dataNeedUnder.of(cut, subject)),
    status: O.getOrElse((): DataNeedState['status'] => 'raised')(dataNeedStatus.of(cut, subject)),
    raisedOn: O.toNullable(
      O.alt(() => dataNeedExists.since(cut, subject))(dataNeedRaised.since(cut, subject)),
    ),
    timescale: O.toNullable(dataNeedTimescale.of(cut, subject)),
  });

const indicatorPrefix = 'indicator:';

const indicatorsOf = (cut: Values): ReadonlyArray<IndicatorUse> =>
  [...cut.keys()]
    .filter((subject) => subject.startsWith(indicatorPrefix))
    .map((subject) => ({
      indicator: subject.slice(indicatorPrefix.length),
      under: indicatorLink.membersOf(cut, subject).map(({ value }) => value),
      baseline: O.toNullable(indicatorBaseline.of(cut, subject)),
    }))
    .filter(({ under }) => under.length > 0);

/** Reads a plan's structure from a cut; priorities stand in the order in which the plan gave them. */
export const planStructureOf = (cut: Values): PlanStructure => ({
  priorities: subjectsOf(cut, 'priority').map(priorityOf(cut)),
  enablers: subjectsOf(cut, 'enabler').map(titled(cut)).toSorted(byRef),
  targets: subjectsOf(cut, 'target').map(targetOf(cut)).toSorted(byRef),
  dataNeeds: subjectsOf(cut, 'dataNeed').map(dataNeedOf(cut)),
  indicators: indicatorsOf(cut),
  glossary: glossaryTerm
    .membersOf(cut, plan)
    .map(({ id, value }) => ({ term: id, meaning: value })),
  narratives: narrative.membersOf(cut, plan).map(({ id, value }) => ({ section: id, ...value })),
  crossReferences: crossReference.membersOf(cut, plan).map(({ value }) => value),
});
