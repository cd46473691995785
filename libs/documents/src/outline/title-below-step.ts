import { wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import { nothing } from './place.ts';
import { type Step, took } from './step.ts';

const isQuotation = (words: string): boolean => /^[“"‘]/.test(words);

const isWords = (words: string): boolean =>
  words !== '' &&
  recogniseSectionHeading(words) === undefined &&
  recogniseActionLabel(words)._tag === 'None';

/** What follows the heading of a priority or of an outside outcome: its title where that had none, its statement. */
export const titleBelowStep: Step = ({ block, place }) => {
  const words = wordsOf(block);
  if (block.kind === 'list item' || !isWords(words)) return undefined;
  const { open } = place;
  if (open.kind === 'outside outcome') {
    return took({ ...place, open: nothing }, [
      { found: 'outcome title', block, key: open.key, text: words },
    ]);
  }
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
