import { JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { indicator, Observation, observation } from './fields.ts';

export const ObservationRecorded = defineEvent({
  type: 'ObservationRecorded',
  summary: 'A value of an indicator was recorded.',
  data: t.type({ observation: JsonString, observed: Observation }),
  says: ({ observation: key, observed }) => [observation.says(indicator, key, observed)],
  example: {
    observation: '2025/26',
    observed: { value: 412, period: '2025/26', status: 'provisional' },
  },
});
