import { type Block, wordsOf } from '../document/block.ts';
import { isHeadingLike, readsLikeTitle } from '../recognisers/heading-like.ts';
import type { FindingOf } from './finding.ts';
import { neighbour } from './neighbours.ts';
import { nothing, type Place, withoutResults } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

/** The block as part of the narrative section that is open, or as what stands beside an action's notes. */
export const narrativeOf = ({ block, place }: Here): FindingOf<'narrative'> => ({
  found: 'narrative',
  block,
  under: withoutResults(place.under),
  isHeading: false,
  ...(place.open.kind === 'action'
    ? { action: place.open.key }
    : place.heading === undefined
      ? {}
      : { heading: place.heading }),
});

/** The block as the heading of a narrative section, in a place that it changes. */
export const asNarrativeHeading = (here: Here, place: Place): Taken => {
  const heading = { block: here.block.index, words: wordsOf(here.block) };
  const inside = { ...place, heading };
  return took(inside, [{ ...narrativeOf({ ...here, place: inside }), isHeading: true }]);
};

/** "1. Background" heads a section; "1. …" with another item after it is a list. */
const isNumberedTitle = (block: Block): boolean =>
  block.kind === 'list item' && /\d/.test(block.marker ?? '') && readsLikeTitle(block.text);

/** "Figure 1", "(source: …)" and "… has been agreed as follows:" are not headings, however short. */
const leadsOn = (words: string): boolean =>
  /^(?:figure|table|chart)\s+\d|^[(“"‘]/i.test(words) ||
  (words.endsWith(':') && words.split(/\s+/).length > 6);

const leastWords = 5;

/** What a heading may stand over: prose, a list or a table, not another line like it nor a scrap of a diagram. */
const isHeaded = (next: Block): boolean =>
  next.kind === 'cell' ||
  next.kind === 'list item' ||
  (!isHeadingLike(next) && next.text.split(/\s+/).length >= leastWords);

/** Inside a priority or an enabler "To improve … by:-" over bullets heads a section, however long. */
const introducesBullets = ({ block, place }: Here, next: Block): boolean =>
  block.kind === 'paragraph' &&
  (place.under.priority !== undefined || place.under.enabler !== undefined) &&
  next.kind === 'list item' &&
  /:-?$/.test(wordsOf(block));

const isHeading = (here: Here): boolean => {
  const { block } = here;
  if (block.kind === 'heading') return true;
  const next = neighbour(here, 1);
  if (next === undefined) return false;
  if (introducesBullets(here, next)) return true;
  if (leadsOn(wordsOf(block))) return false;
  return isNumberedTitle(block)
    ? next.kind !== 'list item'
    : isHeadingLike(block) && isHeaded(next);
};

/** What no other step recognised is kept as it stands: nothing of a document is lost. */
export const narrativeStep: Step = (here) => {
  const { place } = here;
  const section = place.section === 'contents' ? 'narrative' : place.section;
  if (isHeading(here)) {
    return asNarrativeHeading(here, { ...place, section: 'narrative', open: nothing });
  }
  return took({ ...place, section }, [narrativeOf(here)]);
};
