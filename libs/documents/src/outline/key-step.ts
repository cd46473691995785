import { narrativeOf } from './narrative-step.ts';
import { nothing } from './place.ts';
import { type Step, took } from './step.ts';

/** The document's own key of colours is kept as it stands; it rates nothing. */
export const keyStep: Step = (here) => {
  const place = { ...here.place, open: nothing };
  return here.survey.keyBlocks.has(here.block.index)
    ? took(place, [narrativeOf({ ...here, place })])
    : undefined;
};
