import type { Json } from '@trackrecord/kernel';
import type { HistoryAnswer } from '../history-answer.ts';
import { asIs, type FieldWords, plainly, quoted, type SubjectWords, words } from './field-words.ts';
import { membersOf, textIn } from './json-members.ts';

const nameIn = ({ parties, to, from }: HistoryAnswer): string =>
  parties[0]?.name ?? to ?? from ?? '';

const organisation: FieldWords = {
  is: (row) => `membership of ${nameIn(row)}`,
  set: (row) => `made a member of ${nameIn(row)}`,
  changed: (row) => `made a member of ${nameIn(row)}`,
  removed: (row) => `membership of ${nameIn(row)} ended`,
};

const roleIn = (value: Json): string => `${textIn(value, 'role')} on ${textIn(value, 'board')}`;

const boardRole: FieldWords = {
  is: ({ value }) => `role ${roleIn(value)}`,
  set: ({ value }) => `given the role ${roleIn(value)}`,
  changed: ({ value }) => `given the role ${roleIn(value)}`,
  removed: ({ fromValue }) => `role ${roleIn(fromValue)} ended`,
};

const mergedInto: FieldWords = {
  is: (row) => `merging into ${nameIn(row)}`,
  set: (row) => `merged into ${nameIn(row)}`,
  changed: (row) => `merged into ${nameIn(row)}`,
  removed: (row) => `merging into ${nameIn(row)} undone`,
};

const name: FieldWords = {
  ...words('registered as', 'name'),
  changed: ({ from, to }) => `renamed from ${quoted(from)} to ${quoted(to)}`,
};

const address: FieldWords = {
  ...plainly('address for reminders', asIs),
  removed: ({ from }) => `address for reminders ${asIs(from)} taken away`,
};

const declined: FieldWords = {
  is: () => 'no reminders wanted',
  set: () => 'reminders stopped',
  changed: () => 'reminders stopped',
  removed: () => 'reminders taken again',
};

/** A person or an organisation. */
export const partyWords: SubjectWords = {
  name,
  kind: {
    ...plainly('kind', asIs),
    set: ({ to }) => `registered as ${to === 'organisation' ? 'an organisation' : 'a person'}`,
  },
  mergedInto,
  organisation,
  boardRole,
  contactAddress: address,
  remindersDeclined: declined,
};

export const partnershipWords: SubjectWords = { name };

const lookedAt = (value: Json): string => {
  const { ordinal } = membersOf(value);
  const upTo = typeof ordinal === 'number' ? `, looking at the log up to ordinal ${ordinal}` : '';
  return `review of ${textIn(value, 'plan')} held${upTo},`;
};

/** A board meeting is recorded once, and may be taken back; it is never otherwise. */
export const reviewWords: SubjectWords = {
  held: {
    is: ({ value }) => lookedAt(value),
    set: ({ value }) => lookedAt(value),
    changed: ({ value }) => lookedAt(value),
    removed: ({ fromValue }) => lookedAt(fromValue),
  },
};
