import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { Comparator, comparator, indicator } from './fields.ts';

export const ComparatorRecorded = defineEvent({
  type: 'ComparatorRecorded',
  summary: 'A value to hold an indicator against was recorded: the county’s, the nation’s.',
  data: t.type({ comparator: Ref, recorded: Comparator }),
  says: ({ comparator: key, recorded }) => [comparator.says(indicator, key, recorded)],
  example: {
    comparator: 'county 2025/26',
    recorded: { of: 'county', value: 380, period: '2025/26' },
  },
});
