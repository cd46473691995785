import type { ColumnMeaning } from '@trackrecord/domain';

/** What a column of an action plan, or a "Name: value" line under an action, can mean. */
export type FieldMeaning = Exclude<ColumnMeaning, 'nothing'>;

const names: ReadonlyArray<readonly [FieldMeaning, ReadonlyArray<string>]> = [
  [
    'ref',
    [
      'ref',
      'ref no',
      'reference',
      'no',
      'number',
      'action no',
      'action number',
      'action ref',
      'item',
      '#',
      'id',
    ],
  ],
  [
    'action',
    [
      'action',
      'actions',
      'key action',
      'key actions',
      'action required',
      'actions required',
      'what',
      'what we will do',
      'what will we do',
      'task',
      'tasks',
      'activity',
      'activities',
      'step',
      'steps',
      'action description',
      'description',
      'actions to be taken',
      'action to be taken',
    ],
  ],
  [
    'rating',
    [
      'rag',
      'rag rating',
      'rag status',
      'status',
      'rating',
      'progress rag',
      'current rag',
      'rag rated',
      'colour',
      'brag',
      'brag rating',
    ],
  ],
  [
    'lead',
    [
      'lead',
      'leads',
      'lead officer',
      'lead officers',
      'lead person',
      'lead agency',
      'lead organisation',
      'lead partner',
      'led by',
      'who',
      'who by',
      'by whom',
      'who will do it',
      'owner',
      'owners',
      'action owner',
      'responsible',
      'responsible officer',
      'responsible person',
      'responsibility',
      'person responsible',
      'accountable',
      'accountable officer',
      'lead responsibility',
      'named lead',
    ],
  ],
  [
    'support',
    [
      'support',
      'supported by',
      'supporting',
      'support officer',
      'supporting officer',
      'partners',
      'supporting partners',
      'with',
      'working with',
      'key partners',
    ],
  ],
  [
    'timescale',
    [
      'by when',
      'when',
      'timescale',
      'timescales',
      'time scale',
      'timeframe',
      'target date',
      'due',
      'due date',
      'due by',
      'deadline',
      'completion date',
      'date',
      'by',
      'end date',
      'date due',
      'complete by',
      'to be completed by',
      'delivery date',
      'milestone date',
    ],
  ],
  [
    'notes',
    [
      'notes',
      'note',
      'progress',
      'progress to date',
      'progress notes',
      'update',
      'updates',
      'latest update',
      'progress update',
      'comment',
      'comments',
      'commentary',
      'narrative',
      'position statement',
    ],
  ],
  ['priority', ['priority', 'strategic priority', 'objective']],
  ['theme', ['theme', 'strand', 'workstream']],
];

const byName = new Map(
  names.flatMap(([meaning, all]) => all.map((name) => [name, meaning] as const)),
);

const longestName = 40;

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^)]{0,200}\)/g, '')
    .replace(/[.:?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a column head or a field's name means: "By when", "Lead officer / agency", "RAG (Oct)". */
export const fieldMeaningOf = (name: string): FieldMeaning | undefined => {
  if (name.length > longestName) return undefined;
  const plain = plainName(name);
  const [first = ''] = plain.split(/\s*(?:\/|&|,|\band\b)\s*/);
  return byName.get(plain) ?? byName.get(first);
};

/** Every name that a field goes by, the longest first, for finding them inside a line. */
export const fieldNames: ReadonlyArray<string> = [...byName.keys()]
  .filter((name) => name !== '#')
  .sort((a, b) => b.length - a.length);
