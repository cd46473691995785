import {
  CommandId,
  Count,
  EventId,
  Instant,
  JsonString,
  LocalDate,
  Sha256,
} from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, Text } from '../words.ts';

/**
 * Where in a document something was read: the document, its block (from 1), the line (from 1), the words. `place` says
 * it for people where the file has no lines: "table 2, row 3, column 1".
 */
export const Source = t.intersection(
  [
    t.type({ document: Sha256, block: Count, line: Count }),
    t.partial({ words: JsonString, place: JsonString }),
  ],
  'Source',
);
export type Source = t.TypeOf<typeof Source>;

/** Who recorded it; `verified` says whether the channel could prove that it was they. */
export const Recorder = t.type({ party: PartyId, verified: t.boolean }, 'Recorder');
export type Recorder = t.TypeOf<typeof Recorder>;

/** Which way it came in. */
export const Channel = t.keyof(
  {
    'command line': null,
    document: null,
    web: null,
    api: null,
    'email link': null,
    reminders: null,
  },
  'Channel',
);
export type Channel = t.TypeOf<typeof Channel>;

/** Who recorded it, by which channel, on whose word, why, from where. */
export const Provenance = t.intersection(
  [
    t.type({ recordedBy: Recorder, channel: Channel }),
    t.partial({ onWordOf: PartyId, why: Text, source: Source }),
  ],
  'Provenance',
);
export type Provenance = t.TypeOf<typeof Provenance>;

/** What every event says besides its own matter: both clocks, and its provenance. */
export const Envelope = t.intersection(
  [
    t.type({
      id: EventId,
      type: t.string,
      version: t.number,
      commandId: CommandId,
      effectiveOn: LocalDate,
      recordedAt: Instant,
    }),
    Provenance,
  ],
  'Envelope',
);
export type Envelope = t.TypeOf<typeof Envelope>;
