import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionNote } from './fields.ts';

export const NoteSuperseded = defineEvent({
  type: 'NoteSuperseded',
  summary: 'The note of a document gave way to the next document’s.',
  data: t.type({ action: Ref, note: Ref, by: Ref }),
  says: ({ action, note }) => [actionNote.says(subjectOf('action', action), note, null)],
  example: { action: '27', note: 'n-27-1', by: 'n-27-2' },
});
