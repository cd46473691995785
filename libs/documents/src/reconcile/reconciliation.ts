import type { Confirmation, PlanOrder, Step } from '@trackrecord/domain';
import type { Json, LocalDate } from '@trackrecord/kernel';
import type { Clash } from '../copies/held-against-plan.ts';
import type { Warning } from '../proposal/warning.ts';

/** A field that people changed since the document's predecessor, and that the document would change back. */
export type TakenBack = Readonly<{
  subject: string;
  field: string;
  /** What people said, and on which date. */
  held: Json;
  heldSince: LocalDate;
  /** What the document says. */
  says: Json;
}>;

/** What a document comes to, held against what the log knows as of its date. */
export type Reconciliation = Readonly<{
  /** What it changes, as steps of one command: all or none. */
  steps: ReadonlyArray<Step<PlanOrder>>;
  /** What it says again. */
  confirmed: ReadonlyArray<Confirmation>;
  takesBack: ReadonlyArray<TakenBack>;
  /** How many of each kind of change: "ChangeRating": 7. */
  changes: Readonly<Record<string, number>>;
  warnings: ReadonlyArray<Warning>;
  /** Of a copy that came back: edits of what was changed otherwise meanwhile. */
  clashes: ReadonlyArray<Clash>;
}>;
