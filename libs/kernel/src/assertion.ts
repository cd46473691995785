import type { EventId, Ordinal, Sha256 } from './identifiers.ts';
import type { Json } from './json.ts';
import type { LocalDate } from './local-date.ts';

/** A register: one field of one subject, `rating` of `action:27`. A set has a register a member: `owner/p-12`. */
export type Register = Readonly<{ subject: string; field: string }>;

/** What an event says of a register. `null` says "nothing (any more)". */
export type Said = Register & Readonly<{ value: Json }>;

/** Registers that an event says again, each by naming the event that said its value first. */
export type Confirmed = Readonly<{ event: EventId; registers: ReadonlyArray<Register> }>;

/** Everything that an event says. Most events only say; a document also confirms; a correction retracts. */
export type Statements = Readonly<{
  says: ReadonlyArray<Said>;
  confirms: ReadonlyArray<Confirmed>;
  retracts: ReadonlyArray<EventId>;
}>;

/** An event as its statements see it: when it was true, where it stands in the order, what it says. */
export type Entry = Readonly<{
  eventId: EventId;
  ordinal: Ordinal;
  effectiveOn: LocalDate;
  /** The document that the statements came from; absent for what people said themselves. */
  document?: Sha256 | undefined;
  statements: Statements;
}>;

/** One value of one register, with both its clocks and where it came from. */
export type Assertion = Said &
  Readonly<{
    effectiveOn: LocalDate;
    ordinal: Ordinal;
    /** The event that asserts it. */
    eventId: EventId;
    /** The event that said this value first; another one than `eventId` where a document confirmed it. */
    firstSaidBy: EventId;
    document?: Sha256 | undefined;
  }>;

export const noStatements: Statements = { says: [], confirms: [], retracts: [] };

/** The value that an earlier event said of a register; `undefined` when it said none. */
export type LookUpSaid = (event: EventId, register: Register) => Json | undefined;

const placed = (entry: Entry) => ({
  effectiveOn: entry.effectiveOn,
  ordinal: entry.ordinal,
  eventId: entry.eventId,
  ...(entry.document === undefined ? {} : { document: entry.document }),
});

const confirmedAssertions =
  (entry: Entry, lookUp: LookUpSaid) =>
  ({ event, registers }: Confirmed): ReadonlyArray<Assertion> =>
    registers.flatMap((register) => {
      const value = lookUp(event, register);
      return value === undefined
        ? []
        : [{ ...register, value, ...placed(entry), firstSaidBy: event }];
    });

/**
 * The assertions that an event makes: what it says itself, then what it confirms by reference.
 * A reference to something that was never said asserts nothing.
 */
export const assertionsOf = (entry: Entry, lookUp: LookUpSaid): ReadonlyArray<Assertion> => [
  ...entry.statements.says.map((said) => ({
    ...said,
    ...placed(entry),
    firstSaidBy: entry.eventId,
  })),
  ...entry.statements.confirms.flatMap(confirmedAssertions(entry, lookUp)),
];
