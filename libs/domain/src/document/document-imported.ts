import { Count, EventId, JsonString, LocalDate, Sha256 } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEventOnOthers } from '../event/define-event.ts';
import { importedDocument, plan } from '../plan/fields.ts';

const Register = t.type({ subject: JsonString, field: JsonString });

/** Registers that the document says again, by the event that said their value first. */
export const Confirmation = t.type(
  { event: EventId, registers: t.readonlyArray(Register) },
  'Confirmation',
);
export type Confirmation = t.TypeOf<typeof Confirmation>;

export const DocumentImported = defineEventOnOthers({
  type: 'DocumentImported',
  summary:
    'A document was imported. What it changed are events of their own; what it said again stands here by reference.',
  data: t.type({
    document: Sha256,
    name: JsonString,
    on: LocalDate,
    blocks: Count,
    confirmed: t.readonlyArray(Confirmation),
  }),
  states: ({ document, name, on, blocks, confirmed }) => ({
    // The date is part of the member: one document may be imported for several dates.
    says: [importedDocument.says(plan, `${document}@${on}`, { name, on, blocks })],
    confirms: confirmed,
    retracts: [],
  }),
  example: {
    document: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    name: 'plan-2026-q2.txt',
    on: '2026-06-30',
    blocks: 412,
    confirmed: [
      {
        event: '7d444840-9dc0-11d1-b245-5ffdce74fad2',
        registers: [{ subject: 'action:27', field: 'rating' }],
      },
    ],
  },
});
