import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemExists, itemTitle } from './fields.ts';

export const PriorityAdded = defineEvent({
  type: 'PriorityAdded',
  summary: 'A priority was added to the plan.',
  data: t.type({ priority: Ref, title: Text }),
  says: ({ priority, title }) => [
    itemExists.says(subjectOf('priority', priority), true),
    itemTitle.says(subjectOf('priority', priority), title),
  ],
  example: { priority: '2', title: 'We will improve access to play' },
});
