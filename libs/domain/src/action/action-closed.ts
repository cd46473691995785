import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionStatus, actionUpdated } from './fields.ts';

export const ActionClosed = defineEvent({
  type: 'ActionClosed',
  summary: 'An action was closed: it is done.',
  data: t.type({ action: Ref }),
  says: ({ action }) => [
    actionStatus.says(subjectOf('action', action), 'closed'),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27' },
});
