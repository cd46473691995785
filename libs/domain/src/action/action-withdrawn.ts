import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionStatus, actionUpdated } from './fields.ts';

export const ActionWithdrawn = defineEvent({
  type: 'ActionWithdrawn',
  summary: 'An action was withdrawn: it will not be done, or the plan holds it no longer.',
  data: t.type({ action: Ref }),
  says: ({ action }) => [
    actionStatus.says(subjectOf('action', action), 'withdrawn'),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27' },
});
