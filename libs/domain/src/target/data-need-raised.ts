import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Subject, Text } from '../words.ts';
import { dataNeedExists, dataNeedStatus, dataNeedUnder, dataNeedWords } from './fields.ts';

export const DataNeedRaised = defineEvent({
  type: 'DataNeedRaised',
  summary: 'Data that the plan lacks was named.',
  data: t.type({ dataNeed: Ref, words: Text, under: Subject }),
  says: ({ dataNeed, words, under }) => {
    const subject = subjectOf('dataNeed', dataNeed);
    return [
      dataNeedExists.says(subject, true),
      dataNeedWords.says(subject, words),
      dataNeedUnder.says(subject, under),
      dataNeedStatus.says(subject, 'raised'),
    ];
  },
  example: { dataNeed: 'target-2.3a', words: 'by ***', under: 'target:2.3a' },
});
