import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Timescale } from '../timescale.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionTimescale } from './fields.ts';

export const TimescaleSet = defineEvent({
  type: 'TimescaleSet',
  summary: 'When an action is to be done was set.',
  data: t.type({ action: Ref, timescale: Timescale }),
  says: ({ action, timescale }) => [actionTimescale.says(subjectOf('action', action), timescale)],
  example: {
    action: '27',
    timescale: { asWritten: 'by September 2026', latest: '2026-09-30' },
  },
});
