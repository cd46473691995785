import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { narrative, plan } from './fields.ts';

export const NarrativeRemoved = defineEvent({
  type: 'NarrativeRemoved',
  summary: 'A section of the plan’s text stands no longer.',
  data: t.type({ section: Ref }),
  says: ({ section }) => [narrative.says(plan, section, null)],
  example: { section: 'our-vision' },
});
