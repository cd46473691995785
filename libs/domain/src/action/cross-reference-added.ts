import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref, Subject } from '../words.ts';
import { CrossReference, crossReference } from './fields.ts';

export const CrossReferenceAdded = defineEvent({
  type: 'CrossReferenceAdded',
  summary: 'A reference to another item or document was noted.',
  data: t.type({ about: Subject, link: Ref, reference: CrossReference }),
  says: ({ about, link, reference }) => [crossReference.says(about, link, reference)],
  example: { about: 'action:27', link: 'x-1', reference: { asWritten: 'See Play Strategy' } },
});
