import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { glossaryTerm, plan } from './fields.ts';

export const GlossaryTermRemoved = defineEvent({
  type: 'GlossaryTermRemoved',
  summary: 'A term is listed in the glossary no longer.',
  data: t.type({ term: Ref }),
  says: ({ term }) => [glossaryTerm.says(plan, term, null)],
  example: { term: 'FLO' },
});
