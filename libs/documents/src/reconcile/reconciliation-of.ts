import { type Confirmation, RecordImport } from '@trackrecord/domain';
import type { EventId, Register } from '@trackrecord/kernel';
import { type Context, sourceOf } from './context.ts';
import { type Outcome, steps } from './outcome.ts';
import type { Reconciliation } from './reconciliation.ts';

const byEvent = (confirmed: Outcome['confirmed']): ReadonlyArray<Confirmation> => {
  const grouped = Map.groupBy(confirmed, ({ event }) => event);
  return [...grouped].map(
    ([event, all]: readonly [EventId, ReadonlyArray<{ readonly register: Register }>]) => ({
      event,
      registers: all.map(({ register }) => register),
    }),
  );
};

const countOrders = ({ steps: all }: Outcome): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ order }) => order.type)].map(([type, some]) => [type, some.length]),
  );

/** What a document comes to, with the step that records the import itself, last. */
export const reconciliationOf = (
  context: Context,
  outcome: Outcome,
  clashes: Reconciliation['clashes'] = [],
): Reconciliation => {
  const { sha256: document, name, blocks } = context.document;
  const confirmed = byEvent(outcome.confirmed);
  const recorded = steps({
    order: RecordImport.of({ document, name, blocks, on: context.state.asOf, confirmed }),
    source: sourceOf(context, { block: 1, line: 1, words: '' }),
  });
  return {
    steps: [...outcome.steps, ...recorded.steps],
    confirmed,
    takesBack: outcome.takesBack,
    changes: countOrders(outcome),
    warnings: outcome.warnings,
    clashes,
  };
};
