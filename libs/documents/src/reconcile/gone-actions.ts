import { actionStatus, subjectOf, WithdrawAction } from '@trackrecord/domain';
import { heldBy } from '@trackrecord/kernel';
import { type ActionState, listActions } from '@trackrecord/read-models';
import { type Context, sourceOf } from './context.ts';
import { takingBack } from './judge.ts';
import type { KnownAction } from './known-actions.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { refOf, textOf } from './words-of.ts';

/** Whether people brought an action into the plan, and no document. */
export const isPeoples = ({ state }: Context, { id }: ActionState): boolean =>
  heldBy(state.cut, subjectOf('action', id), 'exists')?.document === undefined;

/** An action of people's own making stays, and the report says so. */
const keptAsPeoples = ({ ref, title }: ActionState): Outcome => ({
  ...nothing,
  warnings: [
    {
      block: 1,
      line: 1,
      text: title,
      message: `action ${ref} stands in the plan but not in the document: left as it is, since no document brought it`,
    },
  ],
});

/** Withdraws the open actions that documents brought and this one does not hold. */
export const withdrawGone = (context: Context, known: ReadonlyArray<KnownAction>): Outcome => {
  const kept = new Set<string>(known.map(({ id }) => id));
  const outcomeOf = (action: ActionState): Outcome => {
    if (kept.has(action.id) || action.status !== 'open') return nothing;
    if (isPeoples(context, action)) return keptAsPeoples(action);
    const subject = subjectOf('action', action.id);
    const withdraw = {
      order: WithdrawAction.of({ action: refOf(action.id) }),
      why: textOf('It stands in the document no longer.'),
      source: sourceOf(context, { block: 1, line: 1, words: '' }),
    };
    const register = { subject, field: actionStatus.name };
    return { ...steps(withdraw), takesBack: takingBack(context, register, 'withdrawn') };
  };
  return together(listActions(context.state.cut).map(outcomeOf));
};
