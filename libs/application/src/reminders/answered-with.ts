import type { DomainEvent } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';

/** What somebody said by a link, as it is on record. */
export type AnsweredWith = Readonly<{
  effectiveOn: LocalDate;
  /** They said that nothing has changed; `rating` is the one that holds then. */
  noChange: boolean;
  /** `null` where they said nothing of it. */
  rating: string | null;
  text: string | null;
}>;

const found = <A>(values: ReadonlyArray<A | null>): A | null =>
  values.find((value) => value !== null) ?? null;

/** Reads what was said by a link from the events that it left. */
export const answeredWith = (
  effectiveOn: LocalDate,
  events: ReadonlyArray<DomainEvent>,
): AnsweredWith => ({
  effectiveOn,
  noChange: events.some(({ type }) => type === 'NoChangeConfirmed'),
  rating: found(
    events.map((event) =>
      event.type === 'RatingChanged' || event.type === 'NoChangeConfirmed'
        ? event.data.rating
        : null,
    ),
  ),
  text: found(events.map((event) => (event.type === 'NoteAdded' ? event.data.text : null))),
});
