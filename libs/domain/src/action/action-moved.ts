import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionPlace, Place } from './fields.ts';

export const ActionMoved = defineEvent({
  type: 'ActionMoved',
  summary: 'An action was moved to another place in its plan.',
  data: t.type({ action: Ref, under: Place }),
  says: ({ action, under }) => [actionPlace.says(subjectOf('action', action), under)],
  example: { action: '27', under: { priority: '3', theme: '3.1', results: [] } },
});
