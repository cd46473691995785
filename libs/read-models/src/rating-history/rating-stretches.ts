import { notRated, type RatingOrNot, RatingOrNot as RatingOrNotCodec } from '@trackrecord/domain';
import type { Assertion, Json, LocalDate } from '@trackrecord/kernel';

/** How long an action had a rating: from a date on, until the date from which it had not; `null` where it still has. */
export type RatingStretch = Readonly<{
  rating: RatingOrNot;
  from: LocalDate;
  to: LocalDate | null;
}>;

/** As much of an assertion as says what held when. */
export type Dated = Pick<Assertion, 'field' | 'value' | 'effectiveOn' | 'ordinal'>;

/** What a register holds from a date on. */
type Turn = Readonly<{ from: LocalDate; value: Json }>;

const byTruth = (a: Dated, b: Dated): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.ordinal - b.ordinal;

/** What a register held, in the order in which it held: of several for one date the last recorded. */
const turnsOf = (said: ReadonlyArray<Dated>): ReadonlyArray<Turn> => [
  ...new Map(
    said
      .toSorted(byTruth)
      .map(({ effectiveOn, value }) => [effectiveOn, { from: effectiveOn, value }] as const),
  ).values(),
];

const heldOn = (turns: ReadonlyArray<Turn>, date: LocalDate): Json | undefined =>
  turns.findLast(({ from }) => from <= date)?.value;

type Registers = Readonly<Record<'exists' | 'status' | 'rating', ReadonlyArray<Turn>>>;

/** The rating that an action has on a date; none where it is not in the plan, or withdrawn from it. */
const ratingOn = (
  { exists, status, rating }: Registers,
  date: LocalDate,
): RatingOrNot | undefined => {
  if (heldOn(exists, date) !== true || heldOn(status, date) === 'withdrawn') return undefined;
  const held = heldOn(rating, date);
  return RatingOrNotCodec.is(held) ? held : notRated;
};

type Sofar = ReadonlyArray<Readonly<{ rating: RatingOrNot | undefined; from: LocalDate }>>;

/**
 * The stretches of an action's rating over time, in order and without overlap. A fact that came in late stands in
 * between; times before the action came into the plan and after it was withdrawn are in none.
 * @param said what was said of the action's `exists`, `status` and `rating` by the time of the question, without
 * what was taken back, nothing later than its date
 */
export const ratingStretches = (said: ReadonlyArray<Dated>): ReadonlyArray<RatingStretch> => {
  const of = (field: string) => turnsOf(said.filter((one) => one.field === field));
  const registers: Registers = {
    exists: of('exists'),
    status: of('status'),
    rating: of('rating'),
  };
  const dates = [...new Set(said.map(({ effectiveOn }) => effectiveOn))].toSorted();
  const turns = dates
    .map((from) => ({ rating: ratingOn(registers, from), from }))
    .reduce(
      (sofar: Sofar, turn) => (sofar.at(-1)?.rating === turn.rating ? sofar : [...sofar, turn]),
      [],
    );
  return turns.flatMap(({ rating, from }, place) =>
    rating === undefined ? [] : [{ rating, from, to: turns[place + 1]?.from ?? null }],
  );
};

/** The rating of a date; none where no stretch holds it. */
export const ratingAt =
  (date: LocalDate) =>
  (stretches: ReadonlyArray<RatingStretch>): RatingOrNot | undefined =>
    stretches.find(({ from, to }) => from <= date && (to === null || date < to))?.rating;
