import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { columnClaims } from './column-claims.ts';
import type { Context } from './context.ts';
import { cutShort } from './cut-short.ts';
import { judge, judgeItem } from './judge.ts';
import { knownActions } from './known-actions.ts';
import { onceEach } from './once-each.ts';
import { together } from './outcome.ts';
import { planClaims } from './plan-claims.ts';
import { reconcileActions } from './reconcile-actions.ts';
import { reconciliationOf } from './reconciliation-of.ts';
import type { Reconciliation } from './reconciliation.ts';
import {
  dataNeedClaims,
  glossaryClaims,
  indicatorClaims,
  narrativeClaims,
  referenceClaims,
  storyClaims,
  targetClaims,
} from './rest-claims.ts';
import { outcomeClaims, structureClaims } from './structure-claims.ts';
import { leaveUnsaid } from './unsaid.ts';
import { withPriorities } from './with-priorities.ts';

/**
 * Holds what a document proposes against what the log knows as of the document's date: what it changes, as
 * the steps of one command; what it says again, by reference; what it would take back of what people said.
 * The last step records the import itself.
 */
export const reconcile = (context: Context, proposed: ProposedPlan): Reconciliation => {
  const { plan: proposal, warnings } = withPriorities(proposed);
  const actions = knownActions(context, proposal);
  const ids = new Map(actions.map(({ proposed, id }) => [proposed.ref, id]));
  const placing = { context, proposal, actionId: (ref: string) => ids.get(ref) ?? ref };
  const before = [planClaims(context, proposal), ...structureClaims(context, proposal)];
  const after = [...targetClaims(placing), ...dataNeedClaims(placing)];
  const claims = [
    ...outcomeClaims(context, proposal),
    ...indicatorClaims(placing),
    ...storyClaims(placing),
    ...glossaryClaims(placing),
    ...narrativeClaims(placing),
    ...referenceClaims(placing),
  ];
  const found = together([
    ...before.map(judgeItem(context)),
    reconcileActions(context, proposal, actions),
    ...after.map(judgeItem(context)),
    ...onceEach(claims).map(judge(context)),
    // What somebody says of a column now takes nothing back that they did not mean to.
    ...onceEach(columnClaims(context, proposal)).map((claim) => ({
      ...judge(context)(claim),
      takesBack: [],
    })),
  ]);
  const outcome = together([found, leaveUnsaid(context, found.said)]);
  return reconciliationOf(context, {
    ...outcome,
    warnings: [...warnings, ...cutShort(proposal), ...outcome.warnings],
  });
};
