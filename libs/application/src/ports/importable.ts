import type {
  Confirmation,
  IndicatorId,
  PartyId,
  PartyKind,
  PlanOrder,
  Step,
  StreamState,
} from '@trackrecord/domain';
import type { Json, LocalDate, Sha256 } from '@trackrecord/kernel';

/** A field that people changed since the document's predecessor, and that the document would change back. */
export type TakenBack = Readonly<{
  subject: string;
  field: string;
  held: Json;
  heldSince: LocalDate;
  says: Json;
}>;

/** What was uncertain: where in the document, in which words, and what was made of it. */
export type ImportWarning = Readonly<{
  block: number;
  line: number;
  /** For people, where the file has no lines: "table 2, row 3, column 1". */
  place?: string;
  text: string;
  message: string;
}>;

/**
 * An edit of a copy that came back, of what the plan changed otherwise since the copy was made: what it said then, what
 * the plan says now, what the copy says.
 */
export type ImportClash = Readonly<{
  /** The action's id, and the ref that it had in the copy. */
  id: string;
  ref: string;
  /** The column, or `row` where the row is gone on one side. */
  field: string;
  was: string;
  now: string;
  says: string;
}>;

/** What a document comes to, held against the plan as of the document's date. */
export type Reconciled = Readonly<{
  steps: ReadonlyArray<Step<PlanOrder>>;
  confirmed: ReadonlyArray<Confirmation>;
  takesBack: ReadonlyArray<TakenBack>;
  changes: Readonly<Record<string, number>>;
  warnings: ReadonlyArray<ImportWarning>;
  clashes: ReadonlyArray<ImportClash>;
}>;

/** Somebody whom a document names, and the roles that it gives them on the board. */
export type ImportedParty = Readonly<{
  name: string;
  kind: PartyKind;
  boardRoles: ReadonlyArray<string>;
}>;

export type ImportedIndicator = Readonly<{
  id: IndicatorId;
  code?: string;
  title: string;
  breakdowns: ReadonlyArray<string>;
}>;

/** What ends on the date of a later document: what this one said and that one does not. */
export type LeftBehind = Readonly<{
  on: LocalDate;
  /** The steps, given the state as of that date with this document's events and the endings before. */
  steps: (state: StreamState) => ReadonlyArray<Step<PlanOrder>>;
}>;

/** A document that was read, in whatever format, ready to be held against a plan. */
export type Importable = Readonly<{
  document: Readonly<{ sha256: Sha256; name: string; blocks: number }>;
  /** What the document calls the plan, where it does. */
  title?: string;
  parties: ReadonlyArray<ImportedParty>;
  indicators: ReadonlyArray<ImportedIndicator>;
  reconcile: (state: StreamState, partyId: (name: string) => PartyId) => Reconciled;
  /**
   * For a document that is imported for an older date than others: what ends on each of theirs, in order.
   * @param ever the plan's state after all dates, with this document's events
   */
  leftBehind: (ever: StreamState, on: LocalDate) => ReadonlyArray<LeftBehind>;
}>;
