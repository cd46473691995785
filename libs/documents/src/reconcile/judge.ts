import { isThere } from '@trackrecord/domain';
import { canonicalJson, type Held, heldBy, type Json, type Register } from '@trackrecord/kernel';
import type { Claim, ItemClaim } from './claim.ts';
import type { Context } from './context.ts';
import { nothing, type Outcome, together } from './outcome.ts';
import type { TakenBack } from './reconciliation.ts';

/** The document says again what stands: by reference to what said it first. */
export const confirming = (register: Register, held: Held): Outcome => ({
  ...nothing,
  confirmed: [{ event: held.firstSaidBy, register }],
  said: [register],
});

/** What people said themselves of a register, where the document is to say something else of it. */
export const takingBack = (
  { state }: Context,
  { subject, field }: Register,
  says: Json,
): ReadonlyArray<TakenBack> => {
  const held = heldBy(state.cut, subject, field);
  return held === undefined || held.document !== undefined
    ? []
    : [{ subject, field, held: held.value, heldSince: held.effectiveOn, says }];
};

/** Holds one claim against what stands: said again, or changed; changed back where people had said otherwise. */
export const judge =
  (context: Context) =>
  ({ subject, field, value, order, source }: Claim): Outcome => {
    const held = heldBy(context.state.cut, subject, field);
    return held !== undefined && canonicalJson(held.value) === canonicalJson(value)
      ? confirming({ subject, field }, held)
      : {
          ...nothing,
          steps: [{ order, source }],
          said: [{ subject, field }],
          takesBack: takingBack(context, { subject, field }, value),
        };
  };

/** One order may make several claims true: it is given once. */
const givenOnce = (outcome: Outcome): Outcome => ({
  ...outcome,
  steps: [...new Map(outcome.steps.map((step) => [step.order, step])).values()],
});

/** Holds an item against the plan: created where it is lacking or was given up, else each of its claims by itself. */
export const judgeItem =
  (context: Context) =>
  ({ subject, create, source, claims, repeats = [], givenUp }: ItemClaim): Outcome => {
    const { cut } = context.state;
    const standing = givenUp === undefined ? undefined : heldBy(cut, subject, givenUp.field)?.value;
    const isGivenUp = givenUp !== undefined && standing === givenUp.value;
    if (!isThere(cut, subject) || isGivenUp) {
      const created = {
        ...nothing,
        steps: [{ order: create, source }],
        said: [{ subject, field: 'exists' }],
        takesBack: isGivenUp
          ? takingBack(context, { subject, field: givenUp.field }, givenUp.otherwise)
          : [],
      };
      return together([
        created,
        ...claims.filter(({ withItem }) => withItem !== true).map(judge(context)),
      ]);
    }
    return givenOnce(
      together([
        ...['exists', ...repeats].map((field) => {
          const held = heldBy(cut, subject, field);
          return held === undefined ? nothing : confirming({ subject, field }, held);
        }),
        ...claims.map(judge(context)),
      ]),
    );
  };
