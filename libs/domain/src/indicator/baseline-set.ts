import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { IndicatorId } from '../words.ts';
import { Baseline, indicatorBaseline } from './fields.ts';

export const BaselineSet = defineEvent({
  type: 'BaselineSet',
  summary: 'Where a plan starts from on an indicator was set.',
  data: t.type({ indicator: IndicatorId, baseline: Baseline }),
  says: ({ indicator, baseline }) => [
    indicatorBaseline.says(subjectOf('indicator', indicator), baseline),
  ],
  example: {
    indicator: 'ni-901',
    baseline: { asWritten: '380 families in 2024/25', value: 380, period: '2024/25' },
  },
});
