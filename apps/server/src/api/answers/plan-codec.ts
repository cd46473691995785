import type { IndicatorAnswer, PlanAnswer, PlanListed } from '@trackrecord/application';
import { CrossReference, Measure, Narrative, OutcomeLink, Timescale } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import type { DataNeedState, PriorityState, TargetState } from '@trackrecord/read-models';
import * as t from 'io-ts';
import { ActionCodec } from './action-codec.ts';
import { nullable } from './nullable.ts';

export const PlanListedCodec: t.Type<PlanListed, unknown, unknown> = t.type(
  {
    id: t.string,
    title: t.string,
    period: nullable(t.string),
    status: t.string,
    actions: t.number,
    documents: t.number,
  },
  'PlanListed',
);

const titled = { ref: t.string, title: t.string };
const Titled = t.type(titled, 'Titled');

const PriorityCodec: t.Type<PriorityState, unknown, unknown> = t.type(
  {
    ...titled,
    statement: nullable(t.string),
    outcomes: t.readonlyArray(OutcomeLink),
    stories: t.readonlyArray(t.string),
    themes: t.readonlyArray(Titled),
    results: t.readonlyArray(
      t.type({ ...titled, measure: nullable(Measure), stories: t.readonlyArray(t.string) }),
    ),
  },
  'Priority',
);

export const TargetCodec: t.Type<TargetState, unknown, unknown> = t.type(
  {
    ref: t.string,
    label: t.string,
    words: t.string,
    under: t.string,
    status: t.union([t.literal('set'), t.literal('met'), t.literal('dropped')]),
    timescale: nullable(Timescale),
  },
  'Target',
);

export const DataNeedCodec: t.Type<DataNeedState, unknown, unknown> = t.type(
  {
    ref: t.string,
    words: t.string,
    under: t.string,
    status: t.union([t.literal('raised'), t.literal('met')]),
    raisedOn: nullable(LocalDate),
    timescale: nullable(Timescale),
  },
  'DataNeed',
);

export const IndicatorUsedCodec: t.Type<IndicatorAnswer, unknown, unknown> = t.type(
  {
    id: t.string,
    code: nullable(t.string),
    title: t.string,
    under: t.readonlyArray(t.string),
    baseline: nullable(t.string),
  },
  'IndicatorUsed',
);

const structure = {
  priorities: t.readonlyArray(PriorityCodec),
  enablers: t.readonlyArray(Titled),
  targets: t.readonlyArray(TargetCodec),
  dataNeeds: t.readonlyArray(DataNeedCodec),
  indicators: t.readonlyArray(IndicatorUsedCodec),
  glossary: t.readonlyArray(t.type({ term: t.string, meaning: t.string })),
  narratives: t.readonlyArray(t.intersection([t.type({ section: t.string }), Narrative])),
  crossReferences: t.readonlyArray(CrossReference),
};

/** The members of a plan that say which question they answer. */
export const asked = {
  asOf: LocalDate,
  knownAt: nullable(t.union([Instant, Ordinal])),
  asIn: nullable(t.string),
  ordinal: Ordinal,
};

/** The members of a plan that count what is in it. */
export const planHead = {
  plan: t.type({
    id: t.string,
    title: t.string,
    period: nullable(Timescale),
    status: t.string,
    successor: nullable(t.string),
    cadenceMonths: t.number,
    cadenceByRating: t.record(t.string, t.number),
  }),
  ...asked,
  counts: t.type({
    actions: t.number,
    byRating: t.record(t.string, t.number),
    owed: t.number,
  }),
};

export const PlanCodec: t.Type<PlanAnswer, unknown, unknown> = t.type(
  {
    ...planHead,
    ...structure,
    actions: t.readonlyArray(ActionCodec),
    withdrawn: t.readonlyArray(Titled),
    documents: t.readonlyArray(
      t.type({ sha256: t.string, name: t.string, on: LocalDate, blocks: t.number }),
    ),
  },
  'Plan',
);

/** A plan without what is in it. */
export const PlanSummaryCodec: t.Type<
  Pick<PlanAnswer, 'plan' | 'asOf' | 'knownAt' | 'asIn' | 'ordinal' | 'counts'>,
  unknown,
  unknown
> = t.type(planHead, 'PlanSummary');
