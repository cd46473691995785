import { CommandId, EventId, Instant, LocalDate, Sha256 } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, Text } from '../words.ts';

/** Where in a document something was read: the document, its block (from 1), the line (from 1), the words. */
export const Source = t.intersection(
  [t.type({ document: Sha256, block: t.number, line: t.number }), t.partial({ words: t.string })],
  'Source',
);
export type Source = t.TypeOf<typeof Source>;

/** Who recorded it; `verified` says whether the channel could prove that it was they. */
export const Recorder = t.type({ party: PartyId, verified: t.boolean }, 'Recorder');
export type Recorder = t.TypeOf<typeof Recorder>;

export const Channel = t.keyof({ 'command line': null, document: null }, 'Channel');
export type Channel = t.TypeOf<typeof Channel>;

/** What every event says besides its own matter: both clocks, who, on whose word, how, why, from where. */
export const Envelope = t.intersection(
  [
    t.type({
      id: EventId,
      type: t.string,
      version: t.number,
      commandId: CommandId,
      effectiveOn: LocalDate,
      recordedAt: Instant,
      recordedBy: Recorder,
      channel: Channel,
    }),
    t.partial({ onWordOf: PartyId, why: Text, source: Source }),
  ],
  'Envelope',
);
export type Envelope = t.TypeOf<typeof Envelope>;
