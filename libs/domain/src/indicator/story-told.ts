import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Subject, Text } from '../words.ts';
import { story } from './fields.ts';

export const StoryTold = defineEvent({
  type: 'StoryTold',
  summary: 'The story behind a baseline was told, of an indicator, a result or a priority.',
  data: t.type({ about: Subject, story: Ref, text: Text }),
  says: ({ about, story: key, text }) => [story.says(about, key, text)],
  example: { about: 'result:2(ii)', story: 's-1', text: 'Most moves happen in Year 9.' },
});
