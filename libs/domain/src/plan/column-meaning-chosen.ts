import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { ColumnHead, ColumnMeaning, plainHead } from './column-meaning.ts';
import { columnMeaning, plan } from './fields.ts';

export const ColumnMeaningChosen = defineEvent({
  type: 'ColumnMeaningChosen',
  summary:
    'Somebody said what a column of the plan’s documents means, since its head did not: a field of its actions, or nothing.',
  data: t.type({ head: ColumnHead, meaning: ColumnMeaning }),
  says: ({ head, meaning }) => [columnMeaning.says(plan, plainHead(head), { head, meaning })],
  example: { head: 'Where are we', meaning: 'rating' },
});
