import type { ActionState, PlanFacts } from '@trackrecord/read-models';

/** The action that something is about, by its subject (`action:27`); `undefined` where it is about no action, or none that is there. */
export const actionAbout = (
  { actions }: Pick<PlanFacts, 'actions'>,
  about: string,
): ActionState | undefined => actions.find(({ id }) => `action:${id}` === about);
