/** The kinds of files that a plan is written as, by the endings of their names. */
export const paperKinds = ['docx', 'pdf', 'xlsx', 'csv', 'tsv', 'md', 'html'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What each kind is, for people who choose; its media type, for programs. */
export const paperKindWords: Readonly<
  Record<PaperKind, Readonly<{ words: string; mediaType: string }>>
> = {
  docx: {
    words: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { words: 'PDF', mediaType: 'application/pdf' },
  xlsx: {
    words: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { words: 'CSV', mediaType: 'text/csv' },
  tsv: { words: 'TSV', mediaType: 'text/tab-separated-values' },
  md: { words: 'Markdown', mediaType: 'text/markdown' },
  html: { words: 'web page', mediaType: 'text/html' },
};

/** The tables that a file of values (CSV, TSV) can hold one of. */
export const paperTables = [
  'actions',
  'history',
  'changes',
  'owed',
  'indicators',
  'targets',
] as const;
export type PaperTableName = (typeof paperTables)[number];

const isOneOf =
  <A extends string>(all: ReadonlyArray<A>) =>
  (text: string): text is A =>
    all.some((one) => one === text);

export const isPaperKind = isOneOf(paperKinds);
export const isPaperTable = isOneOf(paperTables);

/** Whether a kind holds one table of values. */
export const isOfValues = (kind: PaperKind): boolean => kind === 'csv' || kind === 'tsv';
