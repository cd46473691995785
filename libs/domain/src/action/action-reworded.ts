import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { actionTitle } from './fields.ts';

export const ActionReworded = defineEvent({
  type: 'ActionReworded',
  summary: 'The words of an action changed.',
  data: t.type({ action: Ref, title: Text }),
  says: ({ action, title }) => [actionTitle.says(subjectOf('action', action), title)],
  example: { action: '27', title: 'Open every school ground at weekends' },
});
