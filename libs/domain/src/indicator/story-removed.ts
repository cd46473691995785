import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Subject } from '../words.ts';
import { story } from './fields.ts';

export const StoryRemoved = defineEvent({
  type: 'StoryRemoved',
  summary: 'A story behind a baseline is told no longer.',
  data: t.type({ about: Subject, story: Ref }),
  says: ({ about, story: key }) => [story.says(about, key, null)],
  example: { about: 'result:2(ii)', story: 's-1' },
});
