import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { targetStatus } from './fields.ts';

export const TargetDropped = defineEvent({
  type: 'TargetDropped',
  summary: 'A target was given up, or stands in the plan no longer.',
  data: t.type({ target: Ref }),
  says: ({ target }) => [targetStatus.says(subjectOf('target', target), 'dropped')],
  example: { target: '2.3a' },
});
