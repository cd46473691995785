import type { PartnershipsAnswer, PartnershipSummary, PlanSummary } from '@trackrecord/application';
import { Timescale } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';

const PlanInListCodec: t.Type<PlanSummary, unknown, unknown> = t.type(
  {
    id: t.string,
    title: t.string,
    period: nullable(Timescale),
    status: t.string,
    counts: t.type({
      actions: t.number,
      byRating: t.record(t.string, t.number),
      owed: t.number,
    }),
    lastUpdatedOn: nullable(LocalDate),
  },
  'PlanInList',
);

const PartnershipCodec: t.Type<PartnershipSummary, unknown, unknown> = t.type(
  { id: t.string, name: t.string, plans: t.readonlyArray(PlanInListCodec) },
  'Partnership',
);

export const PartnershipsCodec: t.Type<PartnershipsAnswer, unknown, unknown> = t.type(
  {
    asOf: LocalDate,
    ordinal: Ordinal,
    partnerships: t.readonlyArray(PartnershipCodec),
    others: t.readonlyArray(PlanInListCodec),
  },
  'Partnerships',
);
