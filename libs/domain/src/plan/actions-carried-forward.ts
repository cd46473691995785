import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PlanId, Ref } from '../words.ts';
import { plan, planSuccessor } from './fields.ts';

export const ActionsCarriedForward = defineEvent({
  type: 'ActionsCarriedForward',
  summary: 'Actions of a plan were carried forward into its successor.',
  data: t.type({ into: PlanId, actions: t.readonlyArray(Ref) }),
  says: ({ into, actions }) => [planSuccessor.says(plan, { plan: into, actions })],
  example: { into: 'harbour-2028', actions: ['3', '14'] },
});
