import { isThere } from '@trackrecord/domain';
import { canonicalJson, type Held, heldBy, type Register } from '@trackrecord/kernel';
import type { Claim, ItemClaim } from './claim.ts';
import type { Context } from './context.ts';
import { nothing, type Outcome, together } from './outcome.ts';

/** The document says again what stands: by reference to what said it first. */
export const confirming = (register: Register, held: Held): Outcome => ({
  ...nothing,
  confirmed: [{ event: held.firstSaidBy, register }],
});

/** Holds one claim against what stands: said again, or changed; changed back where people had said otherwise. */
export const judge =
  ({ state }: Context) =>
  ({ subject, field, value, order, source }: Claim): Outcome => {
    const held = heldBy(state.cut, subject, field);
    if (held !== undefined && canonicalJson(held.value) === canonicalJson(value)) {
      return confirming({ subject, field }, held);
    }
    const bySomebody = held !== undefined && held.document === undefined;
    return {
      ...nothing,
      steps: [{ order, source }],
      takesBack: bySomebody
        ? [{ subject, field, held: held.value, heldSince: held.effectiveOn, says: value }]
        : [],
    };
  };

/** Holds an item against the plan: created where it is lacking, else each of its claims by itself. */
export const judgeItem =
  (context: Context) =>
  ({ subject, create, source, claims }: ItemClaim): Outcome => {
    if (!isThere(context.state.cut, subject)) {
      const created = { ...nothing, steps: [{ order: create, source }] };
      return together([
        created,
        ...claims.filter(({ withItem }) => withItem !== true).map(judge(context)),
      ]);
    }
    const exists = heldBy(context.state.cut, subject, 'exists');
    return together([
      exists === undefined ? nothing : confirming({ subject, field: 'exists' }, exists),
      ...claims.map(judge(context)),
    ]);
  };
