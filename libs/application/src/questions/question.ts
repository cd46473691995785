import type { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';

/** How far the log is to be known: an ordinal (exact), an instant, or a date (the end of that day). */
export type KnownAt =
  | Readonly<{ _tag: 'AtOrdinal'; ordinal: Ordinal }>
  | Readonly<{ _tag: 'AtInstant'; instant: Instant }>
  | Readonly<{ _tag: 'AtEndOf'; date: LocalDate }>;

/** The two clocks of a question, and a document where it asks what that document's readers saw. */
export type Question = Readonly<{
  asOf?: LocalDate | undefined;
  knownAt?: KnownAt | undefined;
  /** A document by its SHA-256, the beginning of it, or its file name. */
  asIn?: string | undefined;
}>;
