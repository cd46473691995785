import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { UpdateRequest, updateRequest } from './fields.ts';

export const UpdateRequested = defineEvent({
  type: 'UpdateRequested',
  summary: 'An update on an action was asked for: of somebody, or of nobody in particular.',
  data: t.type({ action: Ref, request: Ref, asked: UpdateRequest }),
  says: ({ action, request, asked }) => [
    updateRequest.says(subjectOf('action', action), request, asked),
  ],
  example: {
    action: '27',
    request: 'r-27-1',
    asked: { of: ['p-4c1f'], words: 'M. Reed to update', state: 'open', askedOn: '2026-03-31' },
  },
});
