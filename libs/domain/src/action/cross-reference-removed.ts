import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Subject } from '../words.ts';
import { crossReference } from './fields.ts';

export const CrossReferenceRemoved = defineEvent({
  type: 'CrossReferenceRemoved',
  summary: 'A reference to another item or document stands no longer.',
  data: t.type({ about: Subject, link: Ref }),
  says: ({ about, link }) => [crossReference.says(about, link, null)],
  example: { about: 'action:27', link: 'x-1' },
});
