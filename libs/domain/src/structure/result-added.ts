import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemExists, itemPriority, itemTitle, Measure, resultMeasure } from './fields.ts';

export const ResultAdded = defineEvent({
  type: 'ResultAdded',
  summary: 'A result (a condition wanted) was added under a priority.',
  data: t.intersection([
    t.type({ result: Ref, title: Text, priority: Ref }),
    t.partial({ measure: Measure }),
  ]),
  says: ({ result, title, priority, measure }) => [
    itemExists.says(subjectOf('result', result), true),
    itemTitle.says(subjectOf('result', result), title),
    itemPriority.says(subjectOf('result', result), priority),
    ...(measure === undefined ? [] : [resultMeasure.says(subjectOf('result', result), measure)]),
  ],
  example: {
    result: '2(ii)',
    title: 'Fewer permanent exclusions',
    priority: '2',
    measure: { baseline: '18', target: '9' },
  },
});
