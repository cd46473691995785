import { ColumnChoice, columnMeaningsInWords, Narrative } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { HistoryAnswer } from '../history-answer.ts';
import { cadenceByRatingInWords, everyMonths } from './cadence-in-words.ts';
import {
  asIs,
  type FieldWords,
  plainly,
  presence,
  quoted,
  reference,
  states,
  type SubjectWords,
  words,
} from './field-words.ts';
import { membersOf, textIn } from './json-members.ts';
import { policyInWords } from './policy-in-words.ts';

const updates: FieldWords = plainly('updates', everyMonths);

const byRating: FieldWords = {
  is: ({ value }) => `updates by rating (${cadenceByRatingInWords(value)})`,
  set: ({ value }) => `updates by rating set: ${cadenceByRatingInWords(value)}`,
  changed: ({ fromValue, value }) =>
    `updates by rating changed from ${cadenceByRatingInWords(fromValue)} to ${cadenceByRatingInWords(value)}`,
  removed: () => 'updates by rating removed',
};

const policy: FieldWords = {
  is: ({ value }) => `reminders (${policyInWords(value)})`,
  set: ({ value }) => `reminders set: ${policyInWords(value)}`,
  changed: ({ value }) => `reminders changed: ${policyInWords(value)}`,
  removed: () => 'reminders set as usual again',
};

const isList = (value: Json | undefined): value is ReadonlyArray<Json> => Array.isArray(value);

/** "harbour-2028 (actions 3, 14)". */
const successorIn = (value: Json): string => {
  const { actions } = membersOf(value);
  const refs = isList(actions) ? actions.map(String).join(', ') : '';
  const which = refs === '' ? '' : ` (${refs.includes(',') ? 'actions' : 'action'} ${refs})`;
  return `${textIn(value, 'plan')}${which}`;
};

const successor: FieldWords = {
  is: ({ value }) => `carrying forward into ${successorIn(value)}`,
  set: ({ value }) => `carried forward into ${successorIn(value)}`,
  changed: ({ fromValue, value }) =>
    `carried forward into ${successorIn(value)} instead of ${successorIn(fromValue)}`,
  removed: ({ fromValue }) => `carrying forward into ${successorIn(fromValue)} undone`,
};

const documentIn = ({ value, fromValue }: HistoryAnswer): string => {
  const imported = value ?? fromValue;
  const { blocks } = membersOf(imported);
  const size = typeof blocks === 'number' ? ` (${blocks} blocks)` : '';
  return `document ${quoted(textIn(imported, 'name'))}${size}`;
};

const document: FieldWords = {
  is: documentIn,
  set: (row) => `${documentIn(row)} imported`,
  changed: (row) => `${documentIn(row)} imported again`,
  removed: (row) => `${documentIn(row)} removed`,
};

/** A section by its heading. */
const sectionIn = ({ value, fromValue, member }: HistoryAnswer): string => {
  const section = value ?? fromValue;
  if (!Narrative.is(section)) return `section ${quoted(member)}`;
  return section.heading === undefined
    ? 'section without a heading'
    : `section ${quoted(section.heading)}`;
};

const section: FieldWords = {
  is: sectionIn,
  set: (row) => `${sectionIn(row)} added`,
  changed: (row) => `${sectionIn(row)} reworded`,
  removed: (row) => `${sectionIn(row)} removed`,
};

const meaning = (words_: string | null): string => (words_ === '' ? 'nothing' : quoted(words_));

const term: FieldWords = {
  is: ({ member, to }) => `meaning of ${asIs(member)}, ${meaning(to)},`,
  set: ({ member, to }) =>
    to === ''
      ? `term ${asIs(member)} listed without a meaning`
      : `term ${asIs(member)} listed as ${quoted(to)}`,
  changed: ({ member, from, to }) =>
    `meaning of ${asIs(member)} changed from ${meaning(from)} to ${meaning(to)}`,
  removed: ({ member }) => `term ${asIs(member)} removed`,
};

const columnIn = ({ value, fromValue, member }: HistoryAnswer): string => {
  const chosen = value ?? fromValue;
  return `column ${quoted(ColumnChoice.is(chosen) ? chosen.head : member)}`;
};

const meaningIn = (value: Json): string =>
  ColumnChoice.is(value) ? columnMeaningsInWords[value.meaning] : 'unknown';

const column: FieldWords = {
  is: (row) => `${columnIn(row)}, ${meaningIn(row.value)},`,
  set: (row) => `${columnIn(row)} said to be ${meaningIn(row.value)}`,
  changed: (row) =>
    `${columnIn(row)} said to be ${meaningIn(row.value)} instead of ${meaningIn(row.fromValue)}`,
  removed: (row) => `${columnIn(row)} no longer said to be ${meaningIn(row.fromValue)}`,
};

/** The plan itself. */
export const planWords: SubjectWords = {
  exists: presence,
  title: {
    ...words('registered as', 'title'),
    changed: ({ from, to }) => `renamed from ${quoted(from)} to ${quoted(to)}`,
  },
  timeZone: plainly('time zone', asIs),
  status: states({ open: 'opened' }, { open: 'reopened', closed: 'closed' }),
  partnership: {
    ...plainly('partnership', asIs),
    set: ({ to }) => `put under the partnership ${asIs(to)}`,
  },
  period: plainly('period'),
  ratingScale: plainly('ratings in use', asIs),
  cadenceMonths: updates,
  cadenceByRating: byRating,
  reminderPolicy: policy,
  successor,
  document,
  narrative: section,
  glossary: term,
  columnMeaning: column,
  crossReference: reference,
};
