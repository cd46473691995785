import type { Assertion } from './assertion.ts';
import type { Ordinal, Sha256 } from './identifiers.ts';
import type { Json } from './json.ts';
import type { LocalDate } from './local-date.ts';

/** Where the two clocks stand for a question: facts true by `asOf`, recorded by `knownAt`. */
export type CutPoint = Readonly<{
  asOf: LocalDate;
  knownAt: Ordinal;
  /** Where given: only what these documents said ("what the board saw"). */
  documents?: ReadonlySet<Sha256> | undefined;
}>;

/** What a register holds in a cut: the assertion that won it. */
export type Held = Omit<Assertion, 'subject' | 'field'>;

/** A cut through what is known: by subject, by field, the assertion that holds. */
export type Cut = ReadonlyMap<string, ReadonlyMap<string, Held>>;

/** As much of what a register holds as a question needs. */
export type Holding = Pick<Held, 'value' | 'effectiveOn' | 'ordinal'>;

/** A cut as far as questions need it; every `Cut` is one. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, Holding>>;

/** The ordinal of the retraction that took an event back; absent while it stands. */
export type RetractedAt = ReadonlyMap<string, Ordinal>;

export const emptyCut: Cut = new Map();

/** Greater (`effectiveOn`, `ordinal`) wins: the later truth, and on a tie of dates the later recording. */
const overrules = (challenger: Held, holder: Held | undefined): boolean =>
  holder === undefined ||
  challenger.effectiveOn > holder.effectiveOn ||
  (challenger.effectiveOn === holder.effectiveOn && challenger.ordinal >= holder.ordinal);

/** Whether an assertion takes part in a cut: true by then, known by then, not taken back by then. */
export const isVisible =
  (point: CutPoint, retractedAt: RetractedAt) =>
  (assertion: Assertion): boolean =>
    assertion.effectiveOn <= point.asOf &&
    assertion.ordinal <= point.knownAt &&
    (retractedAt.get(assertion.eventId) ?? Infinity) > point.knownAt &&
    (point.documents === undefined ||
      (assertion.document !== undefined && point.documents.has(assertion.document)));

/**
 * State is a cut: for each register, among the assertions visible at `point`, the one with the
 * greatest (`effectiveOn`, `ordinal`). Linear in the number of assertions.
 */
export const cutOf = (
  assertions: ReadonlyArray<Assertion>,
  retractedAt: RetractedAt,
  point: CutPoint,
): Cut => assertions.filter(isVisible(point, retractedAt)).reduce(keepWinner, new Map());

type Registers = Map<string, Map<string, Held>>;

const keepHeld = (
  fields: Map<string, Held>,
  { subject: _, field, ...held }: Assertion,
): Map<string, Held> => (overrules(held, fields.get(field)) ? fields.set(field, held) : fields);

const keepWinner = (registers: Registers, assertion: Assertion): Registers =>
  registers.set(
    assertion.subject,
    keepHeld(registers.get(assertion.subject) ?? new Map<string, Held>(), assertion),
  );

/** The cut after more assertions that are visible in it. `cut` itself stays as it was. */
export const withAssertions = (cut: Cut, assertions: ReadonlyArray<Assertion>): Cut =>
  [...Map.groupBy(assertions, ({ subject }) => subject)].reduce(
    (sofar, [subject, said]) =>
      sofar.set(subject, said.reduce(keepHeld, new Map(cut.get(subject)))),
    new Map(cut),
  );

/** What a register holds; `undefined` when nothing was ever said of it. */
export const heldBy = (cut: Cut, subject: string, field: string): Held | undefined =>
  cut.get(subject)?.get(field);

/** What a register's value is; `undefined` when nothing was ever said of it. */
export const valueOf = (cut: Values, subject: string, field: string): Json | undefined =>
  cut.get(subject)?.get(field)?.value;
