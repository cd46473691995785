import { JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { Ref, Text } from '../words.ts';
import {
  actionCreated,
  actionExists,
  actionLabel,
  actionPlace,
  actionRating,
  actionRef,
  actionStatus,
  actionTitle,
  actionUpdated,
  Place,
} from './fields.ts';
import { notRated } from '../rating.ts';

export const ActionCreated = defineEvent({
  type: 'ActionCreated',
  summary: 'An action came into the plan.',
  data: t.type({ action: Ref, ref: Ref, label: JsonString, title: Text, under: Place }),
  says: ({ action, ref, label, title, under }) => {
    const subject = subjectOf('action', action);
    return [
      actionExists.says(subject, true),
      actionCreated.says(subject, true),
      actionRef.says(subject, ref),
      actionLabel.says(subject, label),
      actionTitle.says(subject, title),
      actionPlace.says(subject, under),
      actionStatus.says(subject, 'open'),
      // Not rated is said, so that a later document can confirm it.
      actionRating.says(subject, notRated),
      actionUpdated.says(subject, true),
    ];
  },
  example: {
    action: '27',
    ref: '27',
    label: 'Action 27.',
    title: 'Open school grounds at weekends',
    under: { priority: '2', theme: '2.3', results: [] },
  },
});
