import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionNote } from './fields.ts';

export const NoteWithdrawn = defineEvent({
  type: 'NoteWithdrawn',
  summary: 'A note was withdrawn.',
  data: t.type({ action: Ref, note: Ref }),
  says: ({ action, note }) => [actionNote.says(subjectOf('action', action), note, null)],
  example: { action: '27', note: 'n-27-1' },
});
