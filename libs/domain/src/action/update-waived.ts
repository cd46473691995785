import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { updateRequest } from './fields.ts';
import { SettledRequests } from './settled-requests.ts';

export const UpdateWaived = defineEvent({
  type: 'UpdateWaived',
  summary: 'An update that was asked for is needed no longer.',
  data: t.type({ action: Ref, requests: SettledRequests }),
  says: ({ action, requests }) =>
    requests.map(({ request, asked }) =>
      updateRequest.says(subjectOf('action', action), request, { ...asked, state: 'waived' }),
    ),
  example: {
    action: '27',
    requests: [
      {
        request: 'r-27-1',
        asked: { of: [], words: 'Update?', state: 'open', askedOn: '2026-03-31' },
      },
    ],
  },
});
