import { type Entry, EventId, LocalDate, Ordinal, Sha256 } from '@trackrecord/kernel';
import * as fc from 'fast-check';
import { must } from './must.ts';

/** A made-up event id by number. */
export const eventIdNumber = (value: number): EventId =>
  must(EventId)(`00000000-0000-4000-8000-${value.toString(16).padStart(12, '0')}`);

/** A made-up document's hash by number. */
export const documentNumber = (value: number): Sha256 =>
  must(Sha256)(value.toString(16).padStart(64, '0'));

export const ordinal = must(Ordinal);

/** Few dates, so that ties are common. */
export const closeDates: fc.Arbitrary<LocalDate> = fc
  .constantFrom('2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31')
  .map(must(LocalDate));

const registers = fc.record({
  subject: fc.constantFrom('action:1', 'action:2'),
  field: fc.constantFrom('rating', 'note/n-1', 'note/n-2'),
});

const values = fc.constantFrom(null, true, 'Red', 'Amber', 'Green');

const said = fc.tuple(registers, values).map(([register, value]) => ({ ...register, value }));

/** An event's number among `count`, now and then one that there is not. */
const numberUpTo = (count: number): fc.Arbitrary<EventId> =>
  fc.integer({ min: 1, max: count + 1 }).map(eventIdNumber);

const rarely = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength: 3 }) },
  );

const entry = (count: number) =>
  fc.record({
    effectiveOn: closeDates,
    document: fc.option(fc.constantFrom(documentNumber(1), documentNumber(2)), { nil: undefined }),
    statements: fc.record({
      says: fc.array(said, { maxLength: 3 }),
      confirms: rarely(
        fc.record({
          event: numberUpTo(count),
          registers: fc.array(registers, { minLength: 1, maxLength: 3 }),
        }),
      ),
      retracts: rarely(numberUpTo(count)),
    }),
  });

/** Gives entries their places in the order, from 1. */
export const numbered = (entries: ReadonlyArray<Omit<Entry, 'eventId' | 'ordinal'>>) =>
  entries.map((one, index): Entry => ({
    ...one,
    eventId: eventIdNumber(index + 1),
    ordinal: ordinal(index + 1),
  }));

/**
 * A small log whose events say, confirm and retract, also what is not there; few registers and dates, so that
 * they get in each other's way.
 */
export const arbitraryEntries: fc.Arbitrary<ReadonlyArray<Entry>> = fc
  .integer({ min: 1, max: 14 })
  .chain((count) => fc.array(entry(count), { minLength: count, maxLength: count }))
  .map(numbered);
