import type {
  ActionAnswer,
  AuditRow,
  ChangesAnswer,
  HistoryAnswer,
  OwedAnswer,
  PartyAnswer,
} from '@trackrecord/application';
import type { Column } from '../../http/csv.ts';

// The columns of tables stay as they are once they are published: sheets are built upon them. New ones come last.

export const actionColumns: ReadonlyArray<Column<ActionAnswer>> = [
  { heading: 'ref', of: ({ ref }) => ref },
  { heading: 'label', of: ({ label }) => label },
  { heading: 'title', of: ({ title }) => title },
  { heading: 'rating', of: ({ rating }) => rating },
  { heading: 'status', of: ({ status }) => status },
  { heading: 'priority', of: ({ under }) => under.priority },
  { heading: 'theme', of: ({ under }) => under.theme },
  { heading: 'enabler', of: ({ under }) => under.enabler },
  { heading: 'results', of: ({ under }) => under.results.join('; ') },
  {
    heading: 'owners',
    of: ({ owners }) => owners.map(({ name, role }) => `${name} (${role})`).join('; '),
  },
  { heading: 'timescale', of: ({ timescale }) => timescale?.asWritten },
  { heading: 'earliest', of: ({ timescale }) => timescale?.earliest },
  { heading: 'latest', of: ({ timescale }) => timescale?.latest },
  { heading: 'created on', of: ({ createdOn }) => createdOn },
  { heading: 'last updated on', of: ({ lastUpdatedOn }) => lastUpdatedOn },
  { heading: 'update owed', of: ({ updateOwed }) => updateOwed },
  { heading: 'last note', of: ({ notes }) => notes.at(-1)?.text },
  { heading: 'last note on', of: ({ notes }) => notes.at(-1)?.on },
];

export const changeColumns: ReadonlyArray<Column<ChangesAnswer['changes'][number]>> = [
  { heading: 'kind', of: ({ kind }) => kind },
  { heading: 'ref', of: ({ ref }) => ref },
  { heading: 'title', of: ({ title }) => title },
  { heading: 'from', of: ({ from }) => from },
  { heading: 'to', of: ({ to }) => to },
  { heading: 'priority', of: ({ priority }) => priority },
];

export const owedColumns: ReadonlyArray<Column<OwedAnswer>> = [
  { heading: 'plan', of: ({ plan }) => plan },
  { heading: 'action', of: ({ action }) => action },
  { heading: 'title', of: ({ title }) => title },
  { heading: 'party', of: ({ party }) => party?.name },
  { heading: 'party id', of: ({ party }) => party?.id },
  { heading: 'reason', of: ({ reason }) => reason },
  { heading: 'since', of: ({ since }) => since },
  { heading: 'due on', of: ({ dueOn }) => dueOn },
  { heading: 'days overdue', of: ({ daysOverdue }) => daysOverdue },
  { heading: 'words', of: ({ words }) => words },
  { heading: 'about', of: ({ about }) => about },
  { heading: 'request', of: ({ request }) => request },
];

export const historyColumns: ReadonlyArray<Column<HistoryAnswer>> = [
  { heading: 'ordinal', of: ({ ordinal }) => ordinal },
  { heading: 'recorded at', of: ({ recordedAt }) => recordedAt },
  { heading: 'effective on', of: ({ effectiveOn }) => effectiveOn },
  { heading: 'subject', of: ({ subject }) => subject },
  { heading: 'field', of: ({ field }) => field },
  { heading: 'member', of: ({ member }) => member },
  { heading: 'from', of: ({ from }) => from },
  { heading: 'to', of: ({ to }) => to },
  { heading: 'by', of: ({ by }) => by },
  { heading: 'verified', of: ({ verified }) => verified },
  { heading: 'on word of', of: ({ onWordOf }) => onWordOf },
  { heading: 'channel', of: ({ channel }) => channel },
  { heading: 'why', of: ({ why }) => why },
  { heading: 'event', of: ({ type }) => type },
  { heading: 'document', of: ({ documentName }) => documentName },
  { heading: 'line', of: ({ source }) => source?.line },
  { heading: 'place', of: ({ source }) => source?.place },
  { heading: 'confirmed', of: ({ confirmed }) => confirmed },
  { heading: 'taken back at ordinal', of: ({ retracted }) => retracted?.ordinal },
  { heading: 'taken back by', of: ({ retracted }) => retracted?.by },
  { heading: 'taken back because', of: ({ retracted }) => retracted?.why },
];

export const auditColumns: ReadonlyArray<Column<AuditRow>> = [
  { heading: 'plan', of: ({ plan }) => plan },
  ...historyColumns,
  { heading: 'sentence', of: ({ sentence }) => sentence },
];

export const partyColumns: ReadonlyArray<Column<PartyAnswer>> = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'kind', of: ({ kind }) => kind },
  { heading: 'also known as', of: ({ alsoKnownAs }) => alsoKnownAs.join('; ') },
  { heading: 'organisations', of: ({ organisations }) => organisations.join('; ') },
  {
    heading: 'board roles',
    of: ({ boardRoles }) => boardRoles.map(({ board, role }) => `${role}, ${board}`).join('; '),
  },
  { heading: 'leads', of: ({ leads }) => leads.join('; ') },
  { heading: 'supports', of: ({ supports }) => supports.join('; ') },
  { heading: 'asked for', of: ({ askedFor }) => askedFor.join('; ') },
];

/** A rating that an action had for a time. */
export type RatedStretch = Readonly<{
  plan: string;
  ref: string;
  title: string;
  priority: string | null;
  rating: string;
  from: string;
  to: string | null;
}>;

export const ratingColumns: ReadonlyArray<Column<RatedStretch>> = [
  { heading: 'plan', of: ({ plan }) => plan },
  { heading: 'ref', of: ({ ref }) => ref },
  { heading: 'title', of: ({ title }) => title },
  { heading: 'priority', of: ({ priority }) => priority },
  { heading: 'rating', of: ({ rating }) => rating },
  { heading: 'from', of: ({ from }) => from },
  { heading: 'to', of: ({ to }) => to },
];
