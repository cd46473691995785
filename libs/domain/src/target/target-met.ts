import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { targetStatus } from './fields.ts';

export const TargetMet = defineEvent({
  type: 'TargetMet',
  summary: 'A target was met.',
  data: t.type({ target: Ref }),
  says: ({ target }) => [targetStatus.says(subjectOf('target', target), 'met')],
  example: { target: '2.3a' },
});
