import { JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { glossaryTerm, plan } from './fields.ts';

export const GlossaryTermDefined = defineEvent({
  type: 'GlossaryTermDefined',
  summary: 'A term was listed in the glossary; its meaning is empty where nobody has given one.',
  data: t.type({ term: Ref, meaning: JsonString }),
  says: ({ term, meaning }) => [glossaryTerm.says(plan, term, meaning)],
  example: { term: 'FLO', meaning: 'Family Liaison Officer' },
});
