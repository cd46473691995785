import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { outcomeLink } from './fields.ts';

export const PriorityUnlinked = defineEvent({
  type: 'PriorityUnlinked',
  summary: 'A priority is linked to an outcome of an outside framework no longer.',
  data: t.type({ priority: Ref, link: Ref }),
  says: ({ priority, link }) => [outcomeLink.says(subjectOf('priority', priority), link, null)],
  example: { priority: '2', link: 'county-2' },
});
