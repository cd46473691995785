import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Rating } from '../rating.ts';
import { plan, ratingScale } from './fields.ts';

export const RatingScaleSet = defineEvent({
  type: 'RatingScaleSet',
  summary: 'The ratings that a plan uses were set.',
  data: t.type({ scale: t.readonlyArray(Rating) }),
  says: ({ scale }) => [ratingScale.says(plan, scale)],
  example: { scale: ['Red', 'Amber', 'Amber/Green', 'Green'] },
});
