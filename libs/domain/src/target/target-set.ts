import { JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Subject, Text } from '../words.ts';
import {
  targetExists,
  targetLabel,
  targetStatus,
  targetTimescale,
  targetUnder,
  targetWords,
} from './fields.ts';

export const TargetSet = defineEvent({
  type: 'TargetSet',
  summary: 'A target was set.',
  data: t.intersection([
    t.type({ target: Ref, label: JsonString, words: Text, under: Subject }),
    t.partial({ timescale: Timescale }),
  ]),
  says: ({ target, label, words, under, timescale }) => {
    const subject = subjectOf('target', target);
    return [
      targetExists.says(subject, true),
      targetLabel.says(subject, label),
      targetWords.says(subject, words),
      targetUnder.says(subject, under),
      targetStatus.says(subject, 'set'),
      ...(timescale === undefined ? [] : [targetTimescale.says(subject, timescale)]),
    ];
  },
  example: {
    target: '2.3a',
    label: '2.3a.',
    words: 'To open ten playgrounds by 2027',
    under: 'theme:2.3',
  },
});
