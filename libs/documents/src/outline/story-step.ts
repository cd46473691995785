import { wordsOf } from '../document/block.ts';
import { type Step, took } from './step.ts';

/** Everything under "Story behind the baseline" but its tables, which stay tables. */
export const storyStep: Step = ({ block, place }) =>
  place.section === 'story' && block.kind !== 'cell'
    ? took(place, [
        {
          found: 'story',
          block,
          key: place.sectionAt,
          text: wordsOf(block),
          under: place.under,
        },
      ])
    : undefined;
