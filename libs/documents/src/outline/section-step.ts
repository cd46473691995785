import { wordsOf } from '../document/block.ts';
import { isListMarker } from '../reading/text/list-marker.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import { asNarrativeHeading } from './narrative-step.ts';
import { standsAlone } from './neighbours.ts';
import { nothing, type Place, withoutResults } from './place.ts';
import { type Here, type Step, took } from './step.ts';

/** A bullet heads nothing; nor does a number in a list of actions ("3. Consultation"). */
const mayHead = (here: Here): boolean => {
  const { block, place } = here;
  if (block.marker === undefined) return standsAlone(here);
  return (
    /\d/.test(block.marker) &&
    isListMarker(block.marker) &&
    place.section !== 'actions' &&
    standsAlone(here)
  );
};

/** "Targets", "Story behind the baseline", "Monitoring and Evaluation": what comes next, and where. */
export const sectionStep: Step = (here) => {
  const { block, place } = here;
  const found = mayHead(here) ? recogniseSectionHeading(wordsOf(block)) : undefined;
  if (found === undefined) return undefined;
  const { section, endsPriority } = found;
  const under = endsPriority
    ? {}
    : section === 'results'
      ? withoutResults(place.under)
      : place.under;
  const { isHeaded: _, ...unheaded } = place;
  const inside: Place = {
    ...unheaded,
    under,
    section,
    open: nothing,
    heading: { block: block.index, words: wordsOf(block) },
    sectionAt: block.index,
    ...(endsPriority ? { outcomes: [] } : {}),
  };
  if (section === 'narrative' || section === 'contents' || section === 'legend') {
    return asNarrativeHeading(here, inside);
  }
  return took(inside, [{ found: 'section heading', block, section, under }]);
};
