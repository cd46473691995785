import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemTitle, Measure, resultMeasure } from './fields.ts';

export const ResultReworded = defineEvent({
  type: 'ResultReworded',
  summary: 'The words of a result changed, or what it is measured by.',
  data: t.intersection([t.type({ result: Ref, title: Text }), t.partial({ measure: Measure })]),
  says: ({ result, title, measure }) => [
    itemTitle.says(subjectOf('result', result), title),
    ...(measure === undefined ? [] : [resultMeasure.says(subjectOf('result', result), measure)]),
  ],
  example: { result: '2(ii)', title: 'Far fewer permanent exclusions', measure: { target: '6' } },
});
