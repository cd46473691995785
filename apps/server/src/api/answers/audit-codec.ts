import type { AuditRow, AuditTrailAnswer } from '@trackrecord/application';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { historyMembers } from './history-codec.ts';
import { nullable } from './nullable.ts';

/** A line of a trail that may be of several plans. */
export const AuditLine: t.Type<AuditRow, unknown, unknown> = t.type(
  { ...historyMembers, plan: nullable(t.string), sentence: t.string },
  'AuditLine',
);

/** A page of an audit trail. */
export const AuditTrailCodec: t.Type<AuditTrailAnswer, unknown, unknown> = t.type(
  {
    plans: t.readonlyArray(t.string),
    asOf: LocalDate,
    ordinal: Ordinal,
    filter: t.string,
    newestFirst: t.boolean,
    total: t.number,
    rows: t.readonlyArray(AuditLine),
    next: nullable(t.string),
  },
  'AuditTrail',
);
