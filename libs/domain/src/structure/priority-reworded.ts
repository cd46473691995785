import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemTitle, priorityStatement } from './fields.ts';

export const PriorityReworded = defineEvent({
  type: 'PriorityReworded',
  summary: 'The words of a priority changed.',
  data: t.intersection([t.type({ priority: Ref, title: Text }), t.partial({ statement: Text })]),
  says: ({ priority, title, statement }) => [
    itemTitle.says(subjectOf('priority', priority), title),
    ...(statement === undefined
      ? []
      : [priorityStatement.says(subjectOf('priority', priority), statement)]),
  ],
  example: { priority: '2', title: 'We will make play easier to reach' },
});
