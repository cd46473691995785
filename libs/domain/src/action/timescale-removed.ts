import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionTimescale } from './fields.ts';

export const TimescaleRemoved = defineEvent({
  type: 'TimescaleRemoved',
  summary: 'An action is to be done by no particular date any more.',
  data: t.type({ action: Ref }),
  says: ({ action }) => [actionTimescale.says(subjectOf('action', action), null)],
  example: { action: '27' },
});
