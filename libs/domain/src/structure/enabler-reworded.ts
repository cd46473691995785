import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemTitle } from './fields.ts';

export const EnablerReworded = defineEvent({
  type: 'EnablerReworded',
  summary: 'The words of an enabler changed.',
  data: t.type({ enabler: Ref, title: Text }),
  says: ({ enabler, title }) => [itemTitle.says(subjectOf('enabler', enabler), title)],
  example: { enabler: 'A', title: 'We will make play easier to reach' },
});
