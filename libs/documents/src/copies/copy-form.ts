/**
 * The form of a file that goes out to be edited by people without Trackrecord and comes back: what writes it
 * (libs/papers) and what reads it again share these words. They are stored in files that are out there, so they stay
 * as they are; new ones may be added.
 */

/**
 * Names of the file's own properties (docProps/custom.xml), each a text. They say what the copy was made from, which is
 * what an edited copy is held against:
 * - `plan`: the plan's id
 * - `ordinal`: how far the log was known, in digits
 * - `asOf`: the date that the file speaks of, YYYY-MM-DD
 * - `form`: which of `copyForms` it is
 * - `asIn`: the SHA-256 of the document whose readers' view it shows; absent where it shows all that was said
 */
export const copyProperties = {
  plan: 'Trackrecord.plan',
  ordinal: 'Trackrecord.ordinal',
  asOf: 'Trackrecord.asOf',
  form: 'Trackrecord.form',
  asIn: 'Trackrecord.asIn',
} as const;

/** What `copyProperties.form` says: which kind of file it was made as. */
export const copyForms = { workbook: 'workbook', boardPaper: 'board paper' } as const;

/** What a file was made from, as its last words say it. */
type MadeFrom = Readonly<{ plan: string; asOf: string; ordinal: number; asIn: string | null }>;

/**
 * The last words of a paper: what it was made from, where people read it, and for files that have lost their properties.
 * See `copyOriginOf`, which reads it.
 */
export const copyEnding = ({ plan, asOf, ordinal, asIn }: MadeFrom): string =>
  `Made by Trackrecord from plan ${plan} as of ${asOf}, at ordinal ${ordinal}${asIn === null ? '' : `, as in the document with SHA-256 ${asIn}`}`;

/** The sheets of a workbook, by name, in their order; one that has nothing to hold is there with its heads alone. */
export const copySheets = {
  about: 'About',
  actions: 'Actions',
  /** Excel keeps "History" for itself. */
  history: 'Plan history',
  changes: 'Changes',
  owed: 'Owed',
  indicators: 'Indicators',
  measures: 'Targets and data needs',
} as const;

/**
 * The heads of the action register's columns, in their order; they stand in its first row. `id` is hidden: it stays with
 * its row when rows are sorted or moved, and a row without one was added. `theme` and `result` are there only where the
 * plan has any. `newNote` is empty for whoever edits; the others hold what the plan says, in these forms:
 * - `priority`, `theme`, `result`: see `itemInWords` (read-models); more than one result is joined as names are
 * - `rating`: a word of the plan's scale, or "Not rated"
 * - `lead`, `support`: names, joined by `nameSeparator`
 * - `byWhen`: the timescale as it is written; `due`: its latest date, as a date
 * - `status`: "open" or "closed"
 */
export const actionHeads = {
  id: 'Action id',
  ref: 'Ref',
  priority: 'Priority',
  theme: 'Theme',
  result: 'Result',
  action: 'Action',
  rating: 'Rating',
  lead: 'Lead',
  support: 'Support',
  byWhen: 'By when',
  due: 'Due',
  status: 'Status',
  latestNote: 'Latest note',
  newNote: 'New note',
} as const;

/** On the sheet *About*: what stands before each fact that the properties tell too, for files that have lost those. */
export const aboutLabels = {
  plan: 'Plan id',
  ordinal: 'Ordinal',
  asOf: 'As of',
  form: 'Kind of file',
  asIn: 'As in the document with SHA-256',
} as const;

/** Between names in one cell. No name of the log holds one itself in practice; a reader trims what stands between. */
export const nameSeparator = '; ';

/** Excel holds no more characters (UTF-16 units) in a cell than this. */
export const mostInCell = 32_767;

/** At the end of a cell whose text was longer than `mostInCell`: such a cell says nothing of what follows it. */
export const cutMark = ' … [cut here: a cell holds no more; Trackrecord has the whole text]';

/** What XML, and so a cell, cannot hold (XML 1.0, production 2), half characters aside. */
const isUnholdable = (character: string): boolean =>
  character < ' ' ? !'\t\n'.includes(character) : character === '\ufffe' || character === '\uffff';

/**
 * Words as a cell of a copy holds them: without characters that XML cannot hold, with line breaks as one character,
 * and cut where a cell holds no more. What compares a returned copy holds its cells against this, not against the words.
 */
export const wordsInCell = (text: string): string => {
  const plain = text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (isUnholdable(one) ? '' : one))
    .toWellFormed();
  return plain.length <= mostInCell
    ? plain
    : `${plain.slice(0, mostInCell - cutMark.length).replace(/[\ud800-\udbff]$/u, '')}${cutMark}`;
};

/** What stands above the actions of a paper that are under no priority or enabler. */
export const underNoPlace = 'Under no priority';
