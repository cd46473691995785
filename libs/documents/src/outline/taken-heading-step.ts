import { placeBelow } from './place.ts';
import { type Step, took } from './step.ts';

/** A heading right above a table of actions, or a row across it, in a document that calls nothing a priority. */
export const takenHeadingStep: Step = (here) => {
  const { block, place, survey } = here;
  const heading = survey.headings.get(block.index);
  if (heading === undefined) return undefined;
  const { ref, title } = heading;
  return took(
    placeBelow(place, {
      under: { priority: ref },
      section: 'opening',
      open: { kind: 'priority', ref, hasTitle: true },
      outcomes: place.outcomes,
    }),
    [
      { found: 'priority', block, ref, title },
      {
        found: 'warning',
        block,
        message: 'Taken for a priority, since a table of actions stands below it.',
      },
    ],
  );
};
