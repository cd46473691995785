import {
  actionLabel,
  actionOwner,
  actionRef,
  actionStatus,
  PartyId,
  type PlanOrder,
  type Ref,
  ReleaseOwner,
  RenumberActions,
  ReopenAction,
  type Step,
  subjectOf,
  WithdrawAction,
} from '@trackrecord/domain';
import { heldBy, valueOf } from '@trackrecord/kernel';
import { type ActionState, listActions } from '@trackrecord/read-models';
import * as O from 'fp-ts/lib/Option.js';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { actionClaim } from './action-claims.ts';
import { type Context, sourceOf } from './context.ts';
import { confirming, judgeItem } from './judge.ts';
import { type ActionMatch, matchActions } from './match-actions.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { reconcileNotes } from './reconcile-notes.ts';
import { reconcileRequests } from './reconcile-requests.ts';
import { refOf, textOf } from './words-of.ts';

/** An action of the document with the id that it has, or will have, in the plan. */
export type KnownAction = ActionMatch & Readonly<{ id: Ref }>;

/** A new action's id is its ref; where another action was created with that ref, the ref and a number. */
const newId = (context: Context, ref: string, nth = 1): Ref => {
  const id = refOf(nth === 1 ? ref : `${ref}~${nth}`);
  return context.state.cut.has(subjectOf('action', id)) ? newId(context, ref, nth + 1) : id;
};

/** An action whose existence was taken back (an undone import) comes back under its own id. */
const idFor = (context: Context, { existing, proposed }: ActionMatch): Ref => {
  if (existing !== undefined) return refOf(existing.id);
  const subject = subjectOf('action', refOf(proposed.ref));
  const gone = valueOf(context.state.cut, subject, 'exists') === undefined;
  return gone ? refOf(proposed.ref) : newId(context, proposed.ref);
};

/** The document's actions, each recognised or new. */
export const knownActions = (
  context: Context,
  { actions }: ProposedPlan,
): ReadonlyArray<KnownAction> =>
  matchActions(actions, listActions(context.state.cut)).map((match) => ({
    ...match,
    id: idFor(context, match),
  }));

const renumberings = (context: Context, known: ReadonlyArray<KnownAction>): Outcome => {
  const judged = known.flatMap(({ id, existing, proposed }) => {
    if (existing === undefined) return [];
    const ref = refOf(proposed.ref);
    const same = existing.ref === ref && existing.label === proposed.label;
    return [{ same, action: id, ref, label: proposed.label }];
  });
  const renumbered = judged.flatMap(({ same, ...one }) => (same ? [] : [one]));
  const confirmed = judged
    .filter(({ same }) => same)
    .flatMap(({ action }) =>
      [actionRef.name, actionLabel.name].map((field) => {
        const subject = subjectOf('action', action);
        const held = heldBy(context.state.cut, subject, field);
        return held === undefined ? nothing : confirming({ subject, field }, held);
      }),
    );
  const source = sourceOf(context, { block: 1, line: 1, words: '' });
  const renumber = { order: RenumberActions.of({ renumbered }), source };
  return together([...confirmed, renumbered.length === 0 ? nothing : steps(renumber)]);
};

/** Owners whom documents named and this one does not, where it names owners at all. */
const released = (context: Context, { id, proposed }: KnownAction): Outcome => {
  const subject = subjectOf('action', id);
  const named = new Set<string>(proposed.owners.map(({ name }) => context.partyId(name)));
  return together(
    actionOwner.membersOf(context.state.cut, subject).map((owner) => {
      const held = heldBy(context.state.cut, subject, `${actionOwner.name}/${owner.id}`);
      return held?.document === undefined || named.has(owner.id) || !PartyId.is(owner.id)
        ? nothing
        : steps({
            order: ReleaseOwner.of({ action: id, party: owner.id }),
            source: sourceOf(context, proposed.from),
          });
    }),
  );
};

const needsOpenAction: ReadonlySet<string> = new Set<PlanOrder['type']>([
  'ChangeRating',
  'RemoveRating',
  'SetTimescale',
  'AssignOwner',
  'RequestUpdate',
  'GiveUpdate',
]);

/** What is withdrawn and stands in the document again is open again; so is what was closed and has changed. */
const reopened = (context: Context, { id, proposed }: KnownAction, outcome: Outcome): Outcome => {
  const subject = subjectOf('action', id);
  const status = O.toUndefined(actionStatus.of(context.state.cut, subject)) ?? 'open';
  const touched = outcome.steps.some(({ order }) => needsOpenAction.has(order.type));
  if (status === 'open' || (status === 'closed' && !touched)) return outcome;
  const reopen: Step<PlanOrder> = {
    order: ReopenAction.of({ action: id }),
    why: textOf('The document holds it as open.'),
    source: sourceOf(context, proposed.from),
  };
  const held = heldBy(context.state.cut, subject, actionStatus.name);
  const takesBack =
    held === undefined || held.document !== undefined
      ? []
      : [
          {
            subject,
            field: actionStatus.name,
            held: status,
            heldSince: held.effectiveOn,
            says: 'open',
          },
        ];
  return {
    ...outcome,
    steps: [reopen, ...outcome.steps],
    takesBack: [...takesBack, ...outcome.takesBack],
  };
};

const doubt = ({ doubtful, proposed, existing }: KnownAction): Outcome =>
  doubtful && existing !== undefined
    ? {
        ...nothing,
        warnings: [
          {
            block: proposed.from.block,
            line: proposed.from.line,
            text: proposed.title,
            message: `action ${proposed.ref} reads quite differently from before ("${existing.title.slice(0, 80)}"): taken for the same action, by its ref`,
          },
        ],
      }
    : nothing;

/** Actions of the plan that the document does not hold: withdrawn where a document brought them. */
const gone = (context: Context, known: ReadonlyArray<KnownAction>): Outcome => {
  const kept = new Set<string>(known.map(({ id }) => id));
  const outcomeOf = ({ id, ref, title, status }: ActionState): Outcome => {
    if (kept.has(id) || status !== 'open') return nothing;
    const held = heldBy(context.state.cut, subjectOf('action', id), 'exists');
    if (held?.document === undefined) {
      const message = `action ${ref} stands in the plan but not in the document: left as it is, since no document brought it`;
      return { ...nothing, warnings: [{ block: 1, line: 1, text: title, message }] };
    }
    return steps({
      order: WithdrawAction.of({ action: refOf(id) }),
      why: textOf('It stands in the document no longer.'),
      source: sourceOf(context, { block: 1, line: 1, words: '' }),
    });
  };
  return together(listActions(context.state.cut).map(outcomeOf));
};

/** Holds a document's actions against the plan's. */
export const reconcileActions = (
  context: Context,
  proposal: ProposedPlan,
  known: ReadonlyArray<KnownAction>,
): Outcome => {
  const rates = proposal.actions.some(({ rating }) => rating !== undefined);
  const namesOwners = proposal.actions.some(({ owners }) => owners.length > 0);
  const each = known.map((action) => {
    const { id, proposed } = action;
    const claimed = judgeItem(context)(actionClaim({ context, action: id, proposed }, rates));
    const outcome = together([
      claimed,
      namesOwners ? released(context, action) : nothing,
      reconcileRequests(context, id, proposed),
      reconcileNotes(context, id, proposed),
    ]);
    return together([reopened(context, action, outcome), doubt(action)]);
  });
  return together([renumberings(context, known), ...each, gone(context, known)]);
};
