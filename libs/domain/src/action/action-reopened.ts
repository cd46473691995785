import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionStatus, actionUpdated } from './fields.ts';

export const ActionReopened = defineEvent({
  type: 'ActionReopened',
  summary: 'A closed or withdrawn action was opened again.',
  data: t.type({ action: Ref }),
  says: ({ action }) => [
    actionStatus.says(subjectOf('action', action), 'open'),
    actionUpdated.says(subjectOf('action', action), true),
  ],
  example: { action: '27' },
});
