import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Text } from '../words.ts';
import { targetTimescale, targetWords } from './fields.ts';

export const TargetReworded = defineEvent({
  type: 'TargetReworded',
  summary: 'The words of a target changed, and by when where they give it.',
  data: t.intersection([t.type({ target: Ref, words: Text }), t.partial({ timescale: Timescale })]),
  says: ({ target, words, timescale }) => [
    targetWords.says(subjectOf('target', target), words),
    ...(timescale === undefined
      ? []
      : [targetTimescale.says(subjectOf('target', target), timescale)]),
  ],
  example: {
    target: '2.3a',
    words: 'To open twelve playgrounds by 2027',
    timescale: { asWritten: 'by 2027', latest: '2027-12-31' },
  },
});
