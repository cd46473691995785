import { JsonNumber } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { CadenceByRating, cadenceByRating, cadenceMonths, plan } from './fields.ts';

export const UpdateCadenceSet = defineEvent({
  type: 'UpdateCadenceSet',
  summary:
    'How often each action is to be updated was set, in calendar months: of every rating, or of some ratings otherwise.',
  data: t.intersection([t.type({ months: JsonNumber }), t.partial({ byRating: CadenceByRating })]),
  says: ({ months, byRating = {} }) => [
    cadenceMonths.says(plan, months),
    cadenceByRating.says(plan, byRating),
  ],
  example: { months: 2, byRating: { Red: 1, Green: 3 } },
});
