import { actionExists, type Ref, type StreamState, subjectOf } from '@trackrecord/domain';
import { assertionsIn } from '@trackrecord/kernel';
import { listActions } from '@trackrecord/read-models';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Context } from './context.ts';
import { laterActions } from './later-actions.ts';
import { type ActionMatch, matchActions } from './match-actions.ts';
import { refOf } from './words-of.ts';

/** An action of the document with the id that it has, or will have, in the plan. */
export type KnownAction = ActionMatch & Readonly<{ id: Ref }>;

/** Every id that an action has, or has on another date. What was taken back never was one's. */
export const usedIds = ({ history }: StreamState): ReadonlySet<string> =>
  new Set(
    assertionsIn(history)
      .filter(
        ({ field, value, eventId }) =>
          field === actionExists.name && value === true && !history.retractedAt.has(eventId),
      )
      .map(({ subject }) => subject),
  );

/** A new action's id is its ref; where that is another's id, the ref and a number. */
export const newId = (used: ReadonlySet<string>, ref: string, nth = 1): Ref => {
  const id = refOf(nth === 1 ? ref : `${ref}~${nth}`);
  return used.has(subjectOf('action', id)) ? newId(used, ref, nth + 1) : id;
};

/** The document's actions, each recognised or new: among those of its date, then among those that came later. */
export const knownActions = (
  { state }: Context,
  { actions }: ProposedPlan,
): ReadonlyArray<KnownAction> => {
  const now = matchActions(actions, listActions(state.cut));
  const unknown = now.flatMap(({ existing, proposed }) =>
    existing === undefined ? [proposed] : [],
  );
  const later = new Map(
    matchActions(unknown, laterActions(state)).map(({ proposed, existing }) => [
      proposed,
      existing?.id,
    ]),
  );
  const used = usedIds(state);
  return now.map((match) => {
    const id = match.existing?.id ?? later.get(match.proposed);
    return { ...match, id: id === undefined ? newId(used, match.proposed.ref) : refOf(id) };
  });
};
