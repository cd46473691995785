import { fieldInWords, type HistoryAnswer } from '@trackrecord/application';
import { Narrative } from '@trackrecord/domain';

/** A line of an audit trail in words, before it is fitted to a terminal. */
export type Described = Readonly<{ words: string; isRating: boolean }>;

const subjectWords = (subject: string): string =>
  subject.replace(/\b(priority|theme|enabler|result|action|target):/gu, '$1 ');

const became = ({ from, to }: HistoryAnswer): string => {
  const now = to === null ? 'nothing any more' : subjectWords(to);
  return from === null ? now : `${subjectWords(from)} → ${now}`;
};

const statuses: Readonly<Record<string, string>> = {
  open: 'reopened',
  closed: 'closed',
  withdrawn: 'withdrawn',
  met: 'met',
  dropped: 'dropped',
  set: 'set again',
  raised: 'raised again',
};

const state = /(?:, | \()(open|given|waived)\)$/u;

/** "How many still meet? (asked of HVVA, open)" → "asked: How many still meet? (of HVVA)". */
const request = ({ from, to }: HistoryAnswer): string => {
  if (to === null) return `request taken back: ${from ?? ''}`;
  const became_ = state.exec(to)?.[1] ?? 'open';
  const asked = to
    .replace(state, (whole) => (whole.startsWith(',') ? ')' : ''))
    .replace(/\(asked of (?=[^(]*\)$)/u, '(of ');
  switch (became_) {
    case 'given':
      return `answered: ${asked}`;
    case 'waived':
      return `waived: ${asked}`;
    default:
      return `asked: ${asked}`;
  }
};

const note = ({ from, to, type }: HistoryAnswer): string => {
  if (to !== null) return `note: ${to}`;
  return type === 'NoteSuperseded'
    ? `note that the document no longer has: ${from ?? ''}`
    : `note withdrawn: ${from ?? ''}`;
};

/** A member of a set: there, or there no longer. */
const member = (name: string, { from, to }: HistoryAnswer): string =>
  to === null ? `${name} removed: ${from ?? ''}` : `${name}: ${to}`;

const rating = (row: HistoryAnswer): string =>
  row.type === 'NoChangeConfirmed' ? `no change: still ${row.to ?? ''}` : `rating: ${became(row)}`;

const title = (row: HistoryAnswer): string =>
  row.from === null ? `title: ${row.to ?? ''}` : `reworded: “${row.from}” → “${row.to ?? ''}”`;

/** A section of narrative by its heading and the words of its parts. */
const section = ({ value, to, from }: HistoryAnswer): string => {
  if (to === null) return `section gone: ${from ?? ''}`;
  if (!Narrative.is(value)) return `section: ${to}`;
  const parts = value.parts.map((part) => (part.kind === 'text' ? part.text : '(a table)'));
  return `section: ${[value.heading ?? '', ...parts].filter((words) => words !== '').join(' – ')}`;
};

const documentOf = ({ value }: HistoryAnswer): string => {
  const name =
    value !== null && typeof value === 'object' && 'name' in value ? value['name'] : null;
  return `document imported: ${typeof name === 'string' ? name : ''}`;
};

/** What was never otherwise was not set again. */
const status = (row: HistoryAnswer): string =>
  row.from === null
    ? `status: ${row.to ?? ''}`
    : (statuses[row.to ?? ''] ?? `status: ${became(row)}`);

const sentence = (row: HistoryAnswer): string => {
  switch (row.field) {
    case 'rating':
      return rating(row);
    case 'owner':
      return row.to === null ? `owner released: ${row.from ?? ''}` : `owner: ${became(row)}`;
    case 'note':
      return note(row);
    case 'request':
      return request(row);
    case 'exists':
      return 'removed from the plan';
    case 'knownAs':
      return row.to === null
        ? `no longer known as ${row.member ?? ''}`
        : `known as ${row.member ?? ''}`;
    case 'crossReference':
      return member('cross-reference', row);
    case 'status':
      return status(row);
    case 'under':
      return `moved: ${became(row)}`;
    case 'ref':
      return `renumbered: ${became(row)}`;
    case 'title':
      return title(row);
    case 'glossary':
      return member(`term ${row.member ?? ''}`, row);
    case 'columnMeaning':
      return member(`column “${row.member ?? ''}”`, row);
    case 'narrative':
      return section(row);
    case 'document':
      return documentOf(row);
    default:
      return `${fieldInWords(row.field)}: ${became(row)}`;
  }
};

/** One field's change as a sentence. */
export const describeRow = (row: HistoryAnswer): Described => ({
  words: row.confirmed ? `still ${sentence(row)}` : sentence(row),
  isRating: row.field === 'rating',
});
