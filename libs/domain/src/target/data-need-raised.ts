import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Subject, Text } from '../words.ts';
import {
  dataNeedExists,
  dataNeedRaised,
  dataNeedStatus,
  dataNeedTimescale,
  dataNeedUnder,
  dataNeedWords,
} from './fields.ts';

export const DataNeedRaised = defineEvent({
  type: 'DataNeedRaised',
  summary: 'Data that the plan lacks was named.',
  data: t.intersection([
    t.type({ dataNeed: Ref, words: Text, under: Subject }),
    t.partial({ timescale: Timescale }),
  ]),
  says: ({ dataNeed, words, under, timescale }) => {
    const subject = subjectOf('dataNeed', dataNeed);
    return [
      dataNeedExists.says(subject, true),
      dataNeedRaised.says(subject, true),
      dataNeedWords.says(subject, words),
      dataNeedUnder.says(subject, under),
      dataNeedStatus.says(subject, 'raised'),
      ...(timescale === undefined ? [] : [dataNeedTimescale.says(subject, timescale)]),
    ];
  },
  example: { dataNeed: 'target-2.3a', words: 'by ***', under: 'target:2.3a' },
});
