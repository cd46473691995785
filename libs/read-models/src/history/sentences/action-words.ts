import { notRated, UpdateRequest } from '@trackrecord/domain';
import type { Json, LocalDate } from '@trackrecord/kernel';
import { dateInWords } from '../../words/uk-date-words.ts';
import type { HistoryAnswer } from '../history-answer.ts';
import {
  asIs,
  type FieldWords,
  member,
  plainly,
  presence,
  quoted,
  reference,
  states,
  type SubjectWords,
  words,
} from './field-words.ts';

const rating: FieldWords = {
  is: ({ to }) => asIs(to),
  set: ({ to }) => (to === notRated ? 'left without a rating' : `rated ${asIs(to)}`),
  changed: ({ from, to }) => `${asIs(from)} → ${asIs(to)}`,
  removed: ({ from }) => `rating ${asIs(from)} removed`,
};

const number: FieldWords = {
  ...plainly('number', asIs),
  set: ({ to }) => `numbered ${asIs(to)}`,
  changed: ({ from, to }) => `renumbered from ${asIs(from)} to ${asIs(to)}`,
};

const labelled = (label: string | null): string => (label === '' ? 'nothing' : quoted(label));

export const label: FieldWords = {
  ...plainly('label', labelled),
  set: ({ to }) => (to === '' ? 'left without a label' : `labelled ${quoted(to)}`),
};

const placed = (under: string | null): string => (under === '' ? 'no heading' : asIs(under));

const place: FieldWords = {
  is: ({ to }) => `place under ${placed(to)}`,
  set: ({ to }) => `placed under ${placed(to)}`,
  changed: ({ from, to }) => `moved from ${placed(from)} to ${placed(to)}`,
  removed: ({ from }) => `taken from under ${placed(from)}`,
};

const roles: Readonly<Record<string, string>> = { lead: 'lead owner', support: 'supporting owner' };

const roleIn = (value: Json): string => roles[typeof value === 'string' ? value : ''] ?? 'owner';

const nameIn = ({ parties, member: id }: HistoryAnswer): string => parties[0]?.name ?? id ?? '';

const owner: FieldWords = {
  is: (row) => `${nameIn(row)} as ${roleIn(row.value)}`,
  set: (row) => `${nameIn(row)} added as ${roleIn(row.value)}`,
  changed: (row) => `${nameIn(row)} changed from ${roleIn(row.fromValue)} to ${roleIn(row.value)}`,
  removed: (row) => `${nameIn(row)} removed as ${roleIn(row.fromValue)}`,
};

const note: FieldWords = {
  ...member('note'),
  removed: ({ from, type }) =>
    type === 'NoteSuperseded'
      ? `note ${quoted(from)} replaced with the next document’s`
      : `note ${quoted(from)} withdrawn`,
};

const otherNumber: FieldWords = {
  is: ({ member: number_ }) => `other number ${asIs(number_)}`,
  set: ({ member: number_ }) => `other number ${asIs(number_)} noted`,
  changed: ({ member: number_ }) => `other number ${asIs(number_)} noted`,
  removed: ({ member: number_ }) => `other number ${asIs(number_)} removed`,
};

const due = (dueOn: LocalDate | undefined): string =>
  dueOn === undefined ? '' : `, due on ${dateInWords(dueOn)}`;

/** "update asked of M. Reed (“Report needed”)", or "asked for" where the words name nobody. */
const asking = ({ parties, value, fromValue }: HistoryAnswer): string => {
  const asked = UpdateRequest.is(value) ? value : fromValue;
  if (!UpdateRequest.is(asked)) return 'update asked for';
  const whom = parties.map(({ name }) => name).join(', ');
  return `update asked ${whom === '' ? 'for' : `of ${whom}`} (${quoted(asked.words)}${due(asked.dueOn)})`;
};

const request = (row: HistoryAnswer): string => {
  switch (UpdateRequest.is(row.value) ? row.value.state : 'open') {
    case 'open':
      return asking(row);
    case 'given':
      return `${asking(row)} given`;
    case 'waived':
      return `${asking(row)} waived`;
  }
};

/** Actions: what people change most. */
export const actionWords: SubjectWords = {
  exists: presence,
  rating,
  title: words('created as', 'title'),
  ref: number,
  label,
  under: place,
  status: states(
    { open: 'opened' },
    { open: 'reopened', closed: 'closed', withdrawn: 'withdrawn' },
  ),
  owner,
  timescale: plainly('timescale'),
  note,
  crossReference: reference,
  knownAs: otherNumber,
  request: {
    is: request,
    set: request,
    changed: request,
    removed: (row) => `${asking(row)} taken back`,
  },
};
