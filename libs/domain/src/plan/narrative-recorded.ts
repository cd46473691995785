import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { Narrative, narrative, plan } from './fields.ts';

export const NarrativeRecorded = defineEvent({
  type: 'NarrativeRecorded',
  summary: 'A section of the plan’s text was recorded as it stood.',
  data: t.type({ section: Ref, narrative: Narrative }),
  says: ({ section, narrative: text }) => [narrative.says(plan, section, text)],
  example: {
    section: 'our-vision',
    narrative: { heading: 'Our vision', parts: [{ kind: 'text', text: 'Every child thrives.' }] },
  },
});
