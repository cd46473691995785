import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import { itemExists, itemTitle } from './fields.ts';

export const EnablerAdded = defineEvent({
  type: 'EnablerAdded',
  summary: 'An enabler was added to the plan.',
  data: t.type({ enabler: Ref, title: Text }),
  says: ({ enabler, title }) => [
    itemExists.says(subjectOf('enabler', enabler), true),
    itemTitle.says(subjectOf('enabler', enabler), title),
  ],
  example: { enabler: 'A', title: 'We will improve access to play' },
});
