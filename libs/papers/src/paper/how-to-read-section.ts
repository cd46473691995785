import type { PaperAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { dateInWords, listInWords } from '@trackrecord/kernel';
import { worstFirst } from '@trackrecord/read-models';
import type { PaperSection } from './board-paper.ts';
import { bullets } from './blocks.ts';
import { knownInWords } from './known-in-words.ts';

/** What the dates and the words of the paper mean, and what can be done with a copy of it. */
export const howToReadSection = (answer: PaperAnswer): PaperSection => ({
  kind: 'how to read',
  heading: 'How to read this paper',
  isWide: false,
  blocks: [
    bullets([
      `It says what was true on ${dateInWords(answer.asOf)}, by all that Trackrecord knew ${knownInWords(answer)}. What became true or known later is not in it.`,
      `The ordinal, ${answer.ordinal}, is the place in the log up to which it looked. Asked again with the same date and ordinal, Trackrecord gives the same paper.`,
      ...(answer.asIn === null
        ? []
        : [`It shows what readers of “${answer.asIn.name}” saw: nothing that was said elsewhere.`]),
      `The plan rates its actions ${listInWords(worstFirst(answer.scale))}. “${notRated}” means that nobody has rated an action: it is neither good nor bad.`,
      'A colour only repeats the word that stands on it.',
      'An update is owed where somebody asked for one, where there was no news for longer than the plan allows, where an action was never rated, or where it was to be done by a day that has passed.',
      'A copy of this paper can be edited and given back to Trackrecord, which reads the changed cells of the tables of actions.',
    ]),
  ],
});
