import { Narrative, ReminderPolicy } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { HistoryAnswer } from '../history-answer.ts';
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

const every = (months: string | null): string =>
  months === '1' ? 'every month' : `every ${months ?? ''} months`;

const updates: FieldWords = plainly('updates', every);

const monthsOf = (months: Json | undefined): string =>
  months === 0 ? 'never' : every(String(months));

/** "Red every month, Green every 3 months"; the same of every rating where none is otherwise. */
const byRatingIn = (value: Json): string => {
  const ratings = Object.entries(membersOf(value));
  return ratings.length === 0
    ? 'the same of every rating'
    : ratings.map(([rating, months]) => `${rating} ${monthsOf(months)}`).join(', ');
};

const byRating: FieldWords = {
  is: ({ value }) => `updates by rating (${byRatingIn(value)})`,
  set: ({ value }) => `updates by rating set: ${byRatingIn(value)}`,
  changed: ({ value }) => `updates by rating changed: ${byRatingIn(value)}`,
  removed: () => 'updates by rating removed',
};

/** "paused", "7 days before and 1, 8, 15 days after the due date". */
const policyIn = (value: Json): string => {
  if (!ReminderPolicy.is(value)) return '';
  const { paused, daysBefore, daysAfter, thenEvery, at, form } = value;
  if (paused) return 'paused';
  const when = [
    ...(daysBefore.length === 0 ? [] : [`${daysBefore.join(', ')} days before`]),
    ...(daysAfter.length === 0 ? [] : [`${daysAfter.join(', ')} days after`]),
  ].join(' and ');
  const then = thenEvery === undefined ? '' : `, then every ${String(thenEvery)} days`;
  const how = form === 'digest' ? 'one message a person' : 'one message a thing that is owed';
  return `${when} an update is due${then}, from ${at}, ${how}`;
};

const policy: FieldWords = {
  is: ({ value }) => `reminders (${policyIn(value)})`,
  set: ({ value }) => `reminders set: ${policyIn(value)}`,
  changed: ({ value }) => `reminders changed: ${policyIn(value)}`,
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
  crossReference: reference,
};
