import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemTitle } from './fields.ts';

export const PriorityReworded = defineEvent({
  type: 'PriorityReworded',
  summary: 'The words of a priority changed.',
  data: t.type({ priority: Ref, title: Text }),
  says: ({ priority, title }) => [itemTitle.says(subjectOf('priority', priority), title)],
  example: { priority: '2', title: 'We will make play easier to reach' },
});
