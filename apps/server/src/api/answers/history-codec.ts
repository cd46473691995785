import type { HistoryAnswer, RetractionAnswer } from '@trackrecord/application';
import { Source } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { JsonValue } from '../schema/json-codec.ts';
import { nullable } from './nullable.ts';
import { NamedPartyCodec } from './owed-codec.ts';

export const RetractionLine: t.Type<RetractionAnswer, unknown, unknown> = t.type(
  {
    ordinal: Ordinal,
    recordedAt: Instant,
    by: t.string,
    byParty: t.string,
    verified: t.boolean,
    onWordOf: nullable(t.string),
    onWordOfParty: nullable(t.string),
    channel: t.string,
    why: nullable(t.string),
  },
  'RetractionLine',
);

/** The members of a line of an audit trail, for answers that say more of it. */
export const historyMembers = {
  ordinal: Ordinal,
  recordedAt: Instant,
  effectiveOn: LocalDate,
  by: t.string,
  byParty: t.string,
  verified: t.boolean,
  onWordOf: nullable(t.string),
  onWordOfParty: nullable(t.string),
  channel: t.string,
  type: t.string,
  subject: t.string,
  ref: nullable(t.string),
  field: t.string,
  member: nullable(t.string),
  from: nullable(t.string),
  to: nullable(t.string),
  value: JsonValue,
  fromValue: JsonValue,
  parties: t.readonlyArray(NamedPartyCodec),
  why: nullable(t.string),
  source: nullable(Source),
  documentName: nullable(t.string),
  confirmed: t.boolean,
  retracted: nullable(RetractionLine),
};

/** One line of an audit trail. */
export const HistoryLine: t.Type<HistoryAnswer, unknown, unknown> = t.type(
  historyMembers,
  'HistoryLine',
);
