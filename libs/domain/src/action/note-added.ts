import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { actionNote, actionNoted, actionUpdated } from './fields.ts';

export const NoteAdded = defineEvent({
  type: 'NoteAdded',
  summary: 'A note on progress was added to an action.',
  data: t.intersection([
    t.type({ action: Ref, note: Ref, text: Text }),
    // Words that only ask for news are none.
    t.partial({ onlyAsks: t.literal(true) }),
  ]),
  says: ({ action, note, text, onlyAsks }) => [
    actionNote.says(subjectOf('action', action), note, text),
    actionNoted.says(subjectOf('action', action), note, true),
    ...(onlyAsks === true ? [] : [actionUpdated.says(subjectOf('action', action), true)]),
  ],
  example: { action: '27', note: 'n-27-1', text: 'Three schools have agreed.' },
});
