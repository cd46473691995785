import { JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { actionKnownAs, actionLabel, actionRef } from './fields.ts';

export const ActionRenumbered = defineEvent({
  type: 'ActionRenumbered',
  summary: 'An action was given another ref or label; the ref that it was known as is kept.',
  data: t.intersection([
    t.type({ action: Ref, ref: Ref, label: JsonString }),
    t.partial({ knownAs: Ref }),
  ]),
  says: ({ action, ref, label, knownAs }) => {
    const subject = subjectOf('action', action);
    return [
      actionRef.says(subject, ref),
      actionLabel.says(subject, label),
      ...(knownAs === undefined ? [] : [actionKnownAs.says(subject, knownAs, true)]),
    ];
  },
  example: { action: '27', ref: '28', label: 'Action 28.', knownAs: '27' },
});
