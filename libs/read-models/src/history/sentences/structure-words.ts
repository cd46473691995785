import { OutcomeLink } from '@trackrecord/domain';
import type { HistoryAnswer } from '../history-answer.ts';
import { label } from './action-words.ts';
import {
  asIs,
  type FieldWords,
  plainly,
  presence,
  quoted,
  reference,
  states,
  story,
  subjectInWords,
  type SubjectWords,
  words,
} from './field-words.ts';

const priority: FieldWords = {
  is: ({ to }) => `place under priority ${asIs(to)}`,
  set: ({ to }) => `placed under priority ${asIs(to)}`,
  changed: ({ from, to }) => `moved from priority ${asIs(from)} to priority ${asIs(to)}`,
  removed: ({ from }) => `taken from under priority ${asIs(from)}`,
};

const under: FieldWords = {
  is: ({ to }) => `place under ${subjectInWords(to)}`,
  set: ({ to }) => `placed under ${subjectInWords(to)}`,
  changed: ({ from, to }) => `moved from ${subjectInWords(from)} to ${subjectInWords(to)}`,
  removed: ({ from }) => `taken from under ${subjectInWords(from)}`,
};

/** "outcome “To help families early” (County plan 2)". */
const outcomeIn = ({ value, fromValue, to, from }: HistoryAnswer): string => {
  const linked = value ?? fromValue;
  if (!OutcomeLink.is(linked)) return `outcome ${quoted(to ?? from)}`;
  const place = [linked.framework, linked.ref].filter((one) => one !== undefined).join(' ');
  return `outcome ${quoted(linked.title)} (${place})`;
};

const outcome: FieldWords = {
  is: (row) => `link to the ${outcomeIn(row)}`,
  set: (row) => `linked to the ${outcomeIn(row)}`,
  changed: (row) => `linked to the ${outcomeIn(row)} instead of ${quoted(row.from)}`,
  removed: (row) => `link to the ${outcomeIn(row)} removed`,
};

/** Priorities, themes, enablers and results. */
export const itemWords: SubjectWords = {
  exists: presence,
  title: words('added as', 'title'),
  statement: plainly('statement'),
  priority,
  measure: plainly('measure', asIs),
  outcome,
  story,
  crossReference: reference,
};

export const targetWords: SubjectWords = {
  exists: presence,
  words: words('set as'),
  label,
  under,
  status: states({ set: 'set' }, { set: 'set again', met: 'marked as met', dropped: 'dropped' }),
  timescale: plainly('timescale'),
  crossReference: reference,
};

export const dataNeedWords: SubjectWords = {
  exists: presence,
  words: words('raised as'),
  under,
  status: states({ raised: 'raised' }, { raised: 'raised again', met: 'marked as met' }),
  timescale: plainly('timescale'),
  crossReference: reference,
};
