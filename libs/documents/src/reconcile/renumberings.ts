import { actionLabel, actionRef, type Ref, RenumberActions, subjectOf } from '@trackrecord/domain';
import { heldBy } from '@trackrecord/kernel';
import { type ActionState, listActions } from '@trackrecord/read-models';
import { type Context, sourceOf } from './context.ts';
import { isPeoples } from './gone-actions.ts';
import { confirming } from './judge.ts';
import type { KnownAction } from './known-actions.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { refOf } from './words-of.ts';

type Renumbered = Readonly<{ action: Ref; ref: Ref; label: string }>;

const freeRef = (taken: ReadonlySet<string>, ref: string, nth = 2): Ref => {
  const free = refOf(`${ref}~${nth}`);
  return taken.has(free) ? freeRef(taken, ref, nth + 1) : free;
};

/** Actions that stay in the plan, are not in the document, and whose refs it gives to others. */
const evicted = (
  context: Context,
  known: ReadonlyArray<KnownAction>,
): ReadonlyArray<Renumbered> => {
  const kept = new Set<string>(known.map(({ id }) => id));
  const wanted = new Set<string>(known.map(({ proposed }) => refOf(proposed.ref)));
  const all = listActions(context.state.cut);
  const taken = new Set([...wanted, ...all.map(({ ref }) => ref)]);
  const stays = (action: ActionState): boolean =>
    action.status === 'closed' || (action.status === 'open' && isPeoples(context, action));
  return all
    .filter((action) => !kept.has(action.id) && wanted.has(action.ref) && stays(action))
    .map(({ id, ref, label }) => ({ action: refOf(id), ref: freeRef(taken, ref), label }));
};

const confirmed = (context: Context, { id }: KnownAction): Outcome =>
  together(
    [actionRef.name, actionLabel.name].map((field) => {
      const subject = subjectOf('action', id);
      const held = heldBy(context.state.cut, subject, field);
      return held === undefined ? nothing : confirming({ subject, field }, held);
    }),
  );

/** Gives the actions that the document numbers or labels otherwise their new refs, all in one order. */
export const renumberActions = (context: Context, known: ReadonlyArray<KnownAction>): Outcome => {
  const existing = known.filter((one) => one.existing !== undefined);
  const isSame = ({ existing: held, proposed }: KnownAction): boolean =>
    held?.ref === refOf(proposed.ref) && held.label === proposed.label;
  const renumbered = [
    ...existing
      .filter((one) => !isSame(one))
      .map(({ id, proposed: { ref, label } }) => ({ action: id, ref: refOf(ref), label })),
    ...evicted(context, known),
  ];
  const source = sourceOf(context, { block: 1, line: 1, words: '' });
  return together([
    ...existing.filter(isSame).map((one) => confirmed(context, one)),
    renumbered.length === 0
      ? nothing
      : steps({ order: RenumberActions.of({ renumbered }), source }),
  ]);
};
