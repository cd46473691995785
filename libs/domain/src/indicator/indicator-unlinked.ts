import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { IndicatorId, Subject } from '../words.ts';
import { indicatorLink } from './fields.ts';

export const IndicatorUnlinked = defineEvent({
  type: 'IndicatorUnlinked',
  summary: 'A plan uses an indicator for one of its items no longer.',
  data: t.type({ indicator: IndicatorId, from: Subject }),
  says: ({ indicator, from }) => [
    indicatorLink.says(subjectOf('indicator', indicator), from, null),
  ],
  example: { indicator: 'ni-901', from: 'priority:2' },
});
