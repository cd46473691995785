import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemExists, itemTitle, priorityStatement } from './fields.ts';

export const PriorityAdded = defineEvent({
  type: 'PriorityAdded',
  summary: 'A priority was added to the plan.',
  data: t.intersection([t.type({ priority: Ref, title: Text }), t.partial({ statement: Text })]),
  says: ({ priority, title, statement }) => [
    itemExists.says(subjectOf('priority', priority), true),
    itemTitle.says(subjectOf('priority', priority), title),
    ...(statement === undefined
      ? []
      : [priorityStatement.says(subjectOf('priority', priority), statement)]),
  ],
  example: { priority: '2', title: 'We will improve access to play' },
});
