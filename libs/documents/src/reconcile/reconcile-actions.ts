import {
  actionOwner,
  actionStatus,
  actionTimescale,
  type ActionStatus,
  PartyId,
  type PlanOrder,
  ReleaseOwner,
  RemoveTimescale,
  ReopenAction,
  type Step,
  subjectOf,
} from '@trackrecord/domain';
import { heldBy } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { placed } from '../proposal/placed.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { actionClaim } from './action-claims.ts';
import { type Context, sourceOf } from './context.ts';
import { withdrawGone } from './gone-actions.ts';
import { judgeItem, takingBack } from './judge.ts';
import type { KnownAction } from './known-actions.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { reconcileNotes } from './reconcile-notes.ts';
import { reconcileRequests } from './reconcile-requests.ts';
import { renumberActions } from './renumberings.ts';
import { textOf } from './words-of.ts';

const statusOf = ({ state }: Context, { id }: KnownAction): ActionStatus =>
  O.getOrElse((): ActionStatus => 'open')(actionStatus.of(state.cut, subjectOf('action', id)));

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

/** A timescale that documents gave and this one does not. */
const withoutTimescale = (context: Context, { id, proposed }: KnownAction): Outcome => {
  const held = heldBy(context.state.cut, subjectOf('action', id), actionTimescale.name);
  return held?.document === undefined || held.value === null || proposed.timescale !== undefined
    ? nothing
    : steps({
        order: RemoveTimescale.of({ action: id }),
        source: sourceOf(context, proposed.from),
      });
};

const needsOpenAction: ReadonlySet<string> = new Set<PlanOrder['type']>([
  'ChangeRating',
  'RemoveRating',
  'SetTimescale',
  'AssignOwner',
  'RequestUpdate',
]);

/** A closed action that stands in the document as it was stays closed, and keeps its timescale. */
const staysClosed = (context: Context, action: KnownAction, outcome: Outcome): boolean =>
  statusOf(context, action) === 'closed' &&
  !outcome.steps.some(({ order }) => needsOpenAction.has(order.type));

/** What is withdrawn and stands in the document again is open again; so is what was closed and has changed. */
const reopened = (context: Context, action: KnownAction): Outcome => {
  const { id, proposed } = action;
  if (statusOf(context, action) === 'open') return nothing;
  const reopen: Step<PlanOrder> = {
    order: ReopenAction.of({ action: id }),
    why: textOf('The document holds it as open.'),
    source: sourceOf(context, proposed.from),
  };
  const register = { subject: subjectOf('action', id), field: actionStatus.name };
  return { ...steps(reopen), takesBack: takingBack(context, register, 'open') };
};

const doubt = ({ doubtful, proposed, existing }: KnownAction): Outcome =>
  doubtful && existing !== undefined
    ? {
        ...nothing,
        warnings: [
          {
            block: proposed.from.block,
            line: proposed.from.line,
            ...placed(proposed.from),
            text: proposed.title,
            message: `action ${proposed.ref} reads quite differently from before ("${existing.title.slice(0, 80)}"): taken for the same action, by its ref`,
          },
        ],
      }
    : nothing;

/** Holds a document's actions against the plan's: first the numbers, which all change at once. */
export const reconcileActions = (
  context: Context,
  proposal: ProposedPlan,
  known: ReadonlyArray<KnownAction>,
): Outcome => {
  const rates = proposal.actions.some(({ rating }) => rating !== undefined);
  const namesOwners = proposal.actions.some(({ owners }) => owners.length > 0);
  const each = known.map((action) => {
    const { id, proposed } = action;
    const outcome = together([
      judgeItem(context)(actionClaim({ context, action: id, proposed }, rates)),
      namesOwners ? released(context, action) : nothing,
      reconcileRequests(context, id, proposed),
      reconcileNotes(context, id, proposed),
    ]);
    return staysClosed(context, action, outcome)
      ? outcome
      : together([
          reopened(context, action),
          withoutTimescale(context, action),
          outcome,
          doubt(action),
        ]);
  });
  return together([withdrawGone(context, known), renumberActions(context, known), ...each]);
};
