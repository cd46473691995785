import type { Channel, Recorder, Source } from '@trackrecord/domain';
import type { Assertion, Instant, Json, Ordinal } from '@trackrecord/kernel';

/** What took an assertion back: who, when, on whose word, why; parties by id. */
export type Retraction = Readonly<{
  ordinal: Ordinal;
  recordedAt: Instant;
  recordedBy: Recorder;
  channel: Channel;
  onWordOf?: string | undefined;
  why?: string | undefined;
}>;

/** An assertion with what its event says of who, how, why and from where; parties by id. */
export type AssertionRecord = Assertion &
  Readonly<{
    type: string;
    recordedAt: Instant;
    recordedBy: Recorder;
    channel: Channel;
    onWordOf?: string | undefined;
    why?: string | undefined;
    source?: Source | undefined;
    /** The retraction that took it back, where one did by the time of the question. */
    retracted?: Retraction | undefined;
  }>;

/** A record with its place among what its event said, and what its register held just before on that date. */
export type TrailRecord = AssertionRecord &
  Readonly<{
    place: number;
    before: Pick<AssertionRecord, 'type' | 'field' | 'value' | 'effectiveOn'> | null;
  }>;

/** One line of an audit trail: what a field became, and what it had been. */
export type HistoryRow = AssertionRecord &
  Readonly<{
    /** What held just before on that date; `null` where nothing did. Derived, never stored. */
    from: Json;
    /** Whether a document only said again what stood. */
    confirmed: boolean;
  }>;
