import { wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import { neighbour } from './neighbours.ts';
import { nothing } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

const isQuotation = (words: string): boolean => /^[“"‘]/.test(words);

const isWords = (words: string): boolean =>
  words !== '' &&
  recogniseSectionHeading(words) === undefined &&
  recogniseActionLabel(words)._tag === 'None';

/** A quotation between the heading of an outcome and that of a priority states what the priority is for. */
const statementAbove = (here: Here): Taken | undefined => {
  const { block, place, survey } = here;
  const below = survey.priorityLines.get(neighbour(here, 1)?.index ?? -1);
  const words = wordsOf(block);
  return below?.role === 'own' && isQuotation(words)
    ? took(place, [{ found: 'priority statement', block, ref: below.heading.ref, text: words }])
    : undefined;
};

/** What stands by the heading of a priority or of an outside outcome: its title where that had none, its statement. */
export const titleBelowStep: Step = (here) => {
  const { block, place } = here;
  const words = wordsOf(block);
  if (block.kind === 'list item' || !isWords(words)) return undefined;
  const { open } = place;
  if (open.kind === 'outside outcome') {
    return took({ ...place, open: nothing }, [
      { found: 'outcome title', block, key: open.key, text: words },
    ]);
  }
  if (open.kind === 'outcome heading') return statementAbove(here);
  if (open.kind !== 'priority') return undefined;
  if (!open.hasTitle) {
    return took({ ...place, open: { ...open, hasTitle: true } }, [
      { found: 'priority title', block, ref: open.ref, text: words },
    ]);
  }
  return isQuotation(words)
    ? took({ ...place, open: nothing }, [
        { found: 'priority statement', block, ref: open.ref, text: words },
      ])
    : undefined;
};
