import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { dataNeedStatus } from './fields.ts';

export const DataNeedMet = defineEvent({
  type: 'DataNeedMet',
  summary: 'Data that the plan lacked is there now.',
  data: t.type({ dataNeed: Ref }),
  says: ({ dataNeed }) => [dataNeedStatus.says(subjectOf('dataNeed', dataNeed), 'met')],
  example: { dataNeed: 'target-2.3a' },
});
