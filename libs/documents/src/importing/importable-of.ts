import type { Importable } from '@trackrecord/application/ports';
import type { ColumnChoice, PartnershipId, PlanId } from '@trackrecord/domain';
import type { Document } from '../document/document.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { indicatorIdIn } from '../reconcile/indicator-id.ts';
import { laterDocuments, leftBehind } from '../reconcile/left-behind.ts';
import { reconcile } from '../reconcile/reconcile.ts';

/** What an import needs to know of the plan besides the document. */
export type Into = Readonly<{
  plan: PlanId;
  title: string;
  timeZone: string;
  partnership?: PartnershipId | undefined;
  /** What is said of columns with this import: it is recorded with it, where the plan does not hold it yet. */
  columns?: ReadonlyArray<ColumnChoice> | undefined;
}>;

/** A document that was read and recognised, ready to be held against a plan. */
export const importableOf = (
  { name, sha256, blocks }: Document,
  proposal: ProposedPlan,
  { plan, title, timeZone, partnership, columns }: Into,
): Importable => {
  const document = { sha256, name, blocks: blocks.length };
  const indicatorId = indicatorIdIn(plan);
  return {
    document,
    ...(proposal.title === undefined ? {} : { title: proposal.title }),
    parties: proposal.parties.map(({ name: party, kind, boardRoles }) => ({
      name: party,
      kind,
      boardRoles,
    })),
    indicators: proposal.indicators.map(({ code, title: words, breakdowns }) => ({
      id: indicatorId(code === undefined ? { title: words } : { code, title: words }),
      ...(code === undefined ? {} : { code }),
      title: words,
      breakdowns,
    })),
    reconcile: (state, partyId) =>
      reconcile(
        {
          plan,
          title,
          timeZone,
          document,
          state,
          partyId,
          indicatorId,
          ...(partnership === undefined ? {} : { partnership }),
          ...(columns === undefined ? {} : { columns }),
        },
        proposal,
      ),
    leftBehind: ({ cut }, on) => {
      const older = { sha256, on };
      return laterDocuments(cut, older).map((later) => ({
        on: later.on,
        steps: (state) => leftBehind(state, older, later),
      }));
    },
  };
};
