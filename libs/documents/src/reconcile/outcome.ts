import type { PlanOrder, Step } from '@trackrecord/domain';
import type { EventId, Register } from '@trackrecord/kernel';
import type { Warning } from '../proposal/warning.ts';
import type { TakenBack } from './reconciliation.ts';

/** What a part of a document comes to. */
export type Outcome = Readonly<{
  steps: ReadonlyArray<Step<PlanOrder>>;
  confirmed: ReadonlyArray<Readonly<{ event: EventId; register: Register }>>;
  /** Every register that the document speaks of, changed or confirmed. */
  said: ReadonlyArray<Register>;
  takesBack: ReadonlyArray<TakenBack>;
  warnings: ReadonlyArray<Warning>;
}>;

export const nothing: Outcome = {
  steps: [],
  confirmed: [],
  said: [],
  takesBack: [],
  warnings: [],
};

export const steps = (...all: ReadonlyArray<Step<PlanOrder>>): Outcome => ({
  ...nothing,
  steps: all,
});

/** Outcomes one after the other. */
export const together = (outcomes: ReadonlyArray<Outcome>): Outcome => ({
  steps: outcomes.flatMap((one) => one.steps),
  confirmed: outcomes.flatMap((one) => one.confirmed),
  said: outcomes.flatMap((one) => one.said),
  takesBack: outcomes.flatMap((one) => one.takesBack),
  warnings: outcomes.flatMap((one) => one.warnings),
});
