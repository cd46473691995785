import { EventId, Sha256 } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEventOnOthers } from '../event/define-event.ts';

export const AssertionsRetracted = defineEventOnOthers({
  type: 'AssertionsRetracted',
  summary:
    'What events said was taken back: as known from now on it never held. Names the document where an import was undone.',
  data: t.intersection([
    t.type({ events: t.readonlyArray(EventId) }),
    t.partial({ document: Sha256 }),
  ]),
  states: ({ events }) => ({ says: [], confirms: [], retracts: events }),
  example: { events: ['7d444840-9dc0-11d1-b245-5ffdce74fad2'] },
});
