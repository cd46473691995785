import { Comparator, Observation } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { HistoryAnswer } from '../history-answer.ts';
import {
  asIs,
  type FieldWords,
  plainly,
  presence,
  quoted,
  story,
  subjectInWords,
  type SubjectWords,
  words,
} from './field-words.ts';

const link: FieldWords = {
  is: ({ to }) => `link to ${subjectInWords(to)}`,
  set: ({ to }) => `linked to ${subjectInWords(to)}`,
  changed: ({ to }) => `linked to ${subjectInWords(to)}`,
  removed: ({ from }) => `link to ${subjectInWords(from)} removed`,
};

/** "2025/26, Harbour, girls": what a value is for. */
const coverOf = ({ period, geography, breakdown }: Observation): string =>
  [period, geography, breakdown].filter((part) => part !== undefined).join(', ');

const valueIn = (value: Json): string =>
  Observation.is(value) ? `${value.value} (${value.status})` : '';

const coverIn = ({ value, fromValue }: HistoryAnswer): string => {
  const observed = value ?? fromValue;
  return Observation.is(observed) ? coverOf(observed) : '';
};

const observation: FieldWords = {
  is: (row) => `value for ${coverIn(row)}, ${valueIn(row.value)},`,
  set: (row) => `value for ${coverIn(row)} entered as ${valueIn(row.value)}`,
  changed: (row) =>
    `value for ${coverIn(row)} corrected from ${valueIn(row.fromValue)} to ${valueIn(row.value)}`,
  removed: (row) => `value for ${coverIn(row)} removed`,
};

const comparatorIn = (value: Json): string =>
  Comparator.is(value) ? `${value.of} ${value.value} for ${value.period}` : '';

const comparator: FieldWords = {
  is: ({ value }) => `comparator ${quoted(comparatorIn(value))}`,
  set: ({ value }) => `comparator ${quoted(comparatorIn(value))} added`,
  changed: ({ fromValue, value }) =>
    `comparator changed from ${quoted(comparatorIn(fromValue))} to ${quoted(comparatorIn(value))}`,
  removed: ({ fromValue }) => `comparator ${quoted(comparatorIn(fromValue))} removed`,
};

/** An indicator, as its own stream and the plans that use it tell of it. */
export const indicatorWords: SubjectWords = {
  exists: presence,
  title: words('defined as', 'title'),
  code: plainly('code', asIs),
  unit: plainly('unit', asIs),
  direction: plainly('direction'),
  geography: plainly('geography', asIs),
  breakdowns: plainly('breakdowns', asIs),
  observation,
  comparator,
  link,
  baseline: plainly('baseline'),
  story,
};
