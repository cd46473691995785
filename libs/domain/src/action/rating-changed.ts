import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Rating } from '../rating.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionRating, actionUpdated } from './fields.ts';

export const RatingChanged = defineEvent({
  type: 'RatingChanged',
  summary: 'An action was given a rating.',
  data: t.type({ action: Ref, rating: Rating }),
  says: ({ action, rating }) => [
    actionRating.says(subjectOf('action', action), rating),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27', rating: 'Amber' },
});
