import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionKnownAs } from './fields.ts';

export const ActionKnownAs = defineEvent({
  type: 'ActionKnownAs',
  summary: 'Another number by which an action is known was noted, an older plan’s for instance.',
  data: t.type({ action: Ref, knownAs: Ref }),
  says: ({ action, knownAs }) => [actionKnownAs.says(subjectOf('action', action), knownAs, true)],
  example: { action: '8', knownAs: '30' },
});
