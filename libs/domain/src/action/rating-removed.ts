import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { notRated } from '../rating.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionRating, actionUpdated } from './fields.ts';

export const RatingRemoved = defineEvent({
  type: 'RatingRemoved',
  summary: 'An action’s rating was taken away: it is not rated.',
  data: t.type({ action: Ref }),
  says: ({ action }) => [
    actionRating.says(subjectOf('action', action), notRated),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27' },
});
