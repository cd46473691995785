import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { targetWords } from './fields.ts';

export const TargetReworded = defineEvent({
  type: 'TargetReworded',
  summary: 'The words of a target changed.',
  data: t.type({ target: Ref, words: Text }),
  says: ({ target, words }) => [targetWords.says(subjectOf('target', target), words)],
  example: { target: '2.3a', words: 'To open twelve playgrounds by 2027' },
});
