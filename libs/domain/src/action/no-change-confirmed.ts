import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionRating, actionUpdated, RatingOrNot, updateRequest } from './fields.ts';
import { SettledRequests } from './settled-requests.ts';

export const NoChangeConfirmed = defineEvent({
  type: 'NoChangeConfirmed',
  summary: 'Somebody said that nothing has changed: the rating holds on that date too.',
  data: t.type({ action: Ref, rating: RatingOrNot, requests: SettledRequests }),
  says: ({ action, rating, requests }) => [
    actionRating.says(subjectOf('action', action), rating),
    ...requests.map(({ request, asked }) =>
      updateRequest.says(subjectOf('action', action), request, { ...asked, state: 'given' }),
    ),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27', rating: 'Amber', requests: [] },
});
