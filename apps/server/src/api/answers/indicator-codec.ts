import type { IndicatorInFull, ObservationAnswer, ObservationLine } from '@trackrecord/application';
import { Baseline, Comparator, Direction } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import type { IndicatorDefinition } from '@trackrecord/read-models';
import * as t from 'io-ts';
import { RetractionLine } from './history-codec.ts';
import { nullable } from './nullable.ts';
import { asked, DataNeedCodec, TargetCodec } from './plan-codec.ts';

const Status = t.union([t.literal('provisional'), t.literal('final')]);

const LineCodec: t.Type<ObservationLine, unknown, unknown> = t.type(
  {
    value: t.number,
    status: Status,
    source: nullable(t.string),
    sentence: t.string,
    ordinal: Ordinal,
    type: t.string,
    effectiveOn: LocalDate,
    recordedAt: Instant,
    by: t.string,
    onWordOf: nullable(t.string),
    why: nullable(t.string),
    retracted: nullable(RetractionLine),
  },
  'ObservationLine',
);

const ObservationCodec: t.Type<ObservationAnswer, unknown, unknown> = t.type(
  {
    key: t.string,
    period: t.string,
    geography: nullable(t.string),
    breakdown: nullable(t.string),
    value: t.number,
    status: Status,
    source: nullable(t.string),
    history: t.readonlyArray(LineCodec),
  },
  'ObservationInSeries',
);

const DefinitionCodec: t.Type<IndicatorDefinition, unknown, unknown> = t.type(
  {
    code: nullable(t.string),
    title: nullable(t.string),
    unit: nullable(t.string),
    direction: nullable(Direction),
    geography: nullable(t.string),
    breakdowns: t.readonlyArray(t.string),
  },
  'IndicatorDefinition',
);

/** An indicator of a plan in full. */
export const IndicatorCodec: t.Type<IndicatorInFull, unknown, unknown> = t.type(
  {
    plan: t.string,
    planTitle: t.string,
    asOf: asked.asOf,
    knownAt: asked.knownAt,
    ordinal: asked.ordinal,
    id: t.string,
    definition: DefinitionCodec,
    under: t.readonlyArray(t.type({ subject: t.string, title: nullable(t.string) })),
    baseline: nullable(Baseline),
    stories: t.readonlyArray(t.string),
    targets: t.readonlyArray(TargetCodec),
    targetsOfItems: t.readonlyArray(TargetCodec),
    dataNeeds: t.readonlyArray(DataNeedCodec),
    comparators: t.readonlyArray(Comparator),
    periods: t.readonlyArray(t.string),
    series: t.readonlyArray(ObservationCodec),
  },
  'Indicator',
);
