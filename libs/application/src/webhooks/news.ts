import type { NewsKind, PlanId, RatingOrNot } from '@trackrecord/domain';
import type { EventId, Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import type { NamedParty } from '../questions/naming.ts';

/** Something that has happened to an action, as others are told of it. */
export type News = Readonly<{
  kind: NewsKind;
  plan: Readonly<{ id: PlanId; title: string }>;
  /** `id` is what the log has for it, for ever; `ref` what people know it by now. */
  action: Readonly<{ id: string; ref: string; title: string }>;
  /** Who said it: on whose word it was recorded, else who recorded it. */
  by: NamedParty;
  /** As of the date of the news: what it was before it was said, and what it is after. */
  rating: Readonly<{ from: RatingOrNot; to: RatingOrNot }>;
  /** Of an update that is owed: by whom, by when and why; `null` of other news. */
  owed: Readonly<{
    by: ReadonlyArray<NamedParty>;
    dueOn: LocalDate | null;
    reason: string;
  }> | null;
  effectiveOn: LocalDate;
  recordedAt: Instant;
  event: EventId;
  ordinal: Ordinal;
  /** The words that people wrote with it; `null` where they wrote none. */
  text: string | null;
}>;
