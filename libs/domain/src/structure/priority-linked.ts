import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { OutcomeLink, outcomeLink } from './fields.ts';

export const PriorityLinked = defineEvent({
  type: 'PriorityLinked',
  summary: 'A priority was linked to an outcome of an outside framework.',
  data: t.type({ priority: Ref, link: Ref, outcome: OutcomeLink }),
  says: ({ priority, link, outcome }) => [
    outcomeLink.says(subjectOf('priority', priority), link, outcome),
  ],
  example: {
    priority: '2',
    link: 'county-2',
    outcome: {
      framework: 'County plan',
      ref: '2',
      title: 'To help families early',
      basis: 'inferred',
    },
  },
});
