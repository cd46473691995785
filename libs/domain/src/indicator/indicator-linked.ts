import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { IndicatorId, Subject } from '../words.ts';
import { indicatorLink } from './fields.ts';

export const IndicatorLinked = defineEvent({
  type: 'IndicatorLinked',
  summary: 'A plan took up an indicator for one of its items.',
  data: t.type({ indicator: IndicatorId, to: Subject }),
  says: ({ indicator, to }) => [indicatorLink.says(subjectOf('indicator', indicator), to, to)],
  example: { indicator: 'ni-901', to: 'priority:2' },
});
