import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { JsonValue } from '../schema/json-codec.ts';

/** How the log stands on this node; nothing but counts, and a problem in words. */
export const LogStatusCodec = t.type(
  {
    ordinal: Ordinal,
    today: LocalDate,
    ready: t.boolean,
    state: t.record(t.string, JsonValue),
  },
  'LogStatus',
);
