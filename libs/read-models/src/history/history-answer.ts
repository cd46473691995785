import type { Source } from '@trackrecord/domain';
import type { Instant, Json, LocalDate, Ordinal } from '@trackrecord/kernel';

/** A party for a reader: who, and by which name they go now. */
export type NamedParty = Readonly<{ id: string; name: string }>;

/** Who took a line back, when, on whose word and why. */
export type RetractionAnswer = Readonly<{
  ordinal: Ordinal;
  recordedAt: Instant;
  by: string;
  byParty: string;
  verified: boolean;
  onWordOf: string | null;
  onWordOfParty: string | null;
  channel: string;
  why: string | null;
}>;

/** One line of an audit trail, as an answer gives it. */
export type HistoryAnswer = Readonly<{
  ordinal: Ordinal;
  recordedAt: Instant;
  effectiveOn: LocalDate;
  by: string;
  /** The id of whom `by` names. */
  byParty: string;
  /** Whether the channel could prove that it was they. */
  verified: boolean;
  onWordOf: string | null;
  onWordOfParty: string | null;
  channel: string;
  type: string;
  subject: string;
  ref: string | null;
  field: string;
  member: string | null;
  from: string | null;
  to: string | null;
  value: Json;
  /** What `from` says in words, as it was recorded. */
  fromValue: Json;
  /** The parties that the value names: an owner, those who are asked, an organisation, whom one was merged into. */
  parties: ReadonlyArray<NamedParty>;
  why: string | null;
  source: Source | null;
  /** The name of the document that `source` is a place in. */
  documentName: string | null;
  confirmed: boolean;
  /** What took it back, where something did. */
  retracted: RetractionAnswer | null;
}>;
