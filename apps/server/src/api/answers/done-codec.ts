import type { Changed, Done } from '@trackrecord/application';
import { Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { RecordedEvent } from './event-codec.ts';
import { HistoryLine } from './history-codec.ts';
import { nullable } from './nullable.ts';

/** The members of what a change did, for answers that say more of it. */
export const done = {
  events: t.readonlyArray(RecordedEvent),
  ordinal: nullable(Ordinal),
  token: nullable(t.string),
};

/** What a change of something that is no plan did. */
export const DoneCodec: t.Type<Done, unknown, unknown> = t.type(done, 'Done');

/** What a change of a plan did. */
export const ChangedCodec: t.Type<Changed, unknown, unknown> = t.type(
  {
    ...done,
    plan: t.string,
    ref: nullable(t.string),
    changes: t.readonlyArray(HistoryLine),
    takenBack: t.readonlyArray(HistoryLine),
  },
  'Changed',
);
