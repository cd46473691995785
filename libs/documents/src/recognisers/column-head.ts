import { type FieldMeaning, fieldMeaningOf } from './field-meaning.ts';

/** What a column is, by its head. */
export type ColumnHead = Readonly<{
  meaning: FieldMeaning;
  /** Of which time it speaks: "Current RAG", "Previous RAG", "Q1 RAG". */
  when?: 'current' | 'previous' | 'dated';
  /** Whether a rating's head says so ("RAG") or only that something stands somehow ("Status"). */
  isPlain?: boolean;
}>;

/** Heads of columns that would be no name of a field in running text. */
const more: ReadonlyMap<string, FieldMeaning> = new Map(
  (
    [
      ['ref', ['action id', 'ref number', 'reference number', 'action reference', 'nr', 's/n']],
      [
        'action',
        [
          'our actions',
          'milestone',
          'milestones',
          'deliverable',
          'deliverables',
          'recommendation',
          'recommendations',
          'commitment',
          'commitments',
          'what needs to be done',
          'what needs to happen',
          'what are we going to do',
          'improvement action',
          'agreed action',
          'agreed actions',
          'actions we will take',
          'title',
          'action title',
        ],
      ],
      [
        'rating',
        [
          'r/a/g',
          'b/r/a/g',
          'bragg',
          'rag score',
          'overall rag',
          'delivery rag',
          'progress rating',
          'action status',
          'overall status',
          'delivery status',
          'progress status',
          'delivery confidence',
        ],
      ],
      [
        'lead',
        [
          'officer',
          'lead name',
          'lead service',
          'lead role',
          'lead org',
          'action lead',
          'lead and partners',
          'assigned to',
          'sro',
          'responsible lead',
          'officer responsible',
          'who is responsible',
          'who will lead',
          'who is leading',
        ],
      ],
      [
        'support',
        ['support from', 'partner', 'partner agencies', 'supporting agencies', 'others involved'],
      ],
      [
        'timescale',
        [
          'timeline',
          'target completion date',
          'planned completion date',
          'expected completion date',
          'planned completion',
          'planned end date',
          'target end date',
          'finish date',
          'delivery by',
          'when by',
          'completion by',
        ],
      ],
      [
        'notes',
        [
          'update on progress',
          'progress and impact',
          'evidence of progress',
          'progress since last meeting',
          'what has been done',
          'remarks',
          'narrative update',
          'action taken',
        ],
      ],
      ['priority', ['priority area', 'priority no', 'priority title', 'plan priority']],
      ['theme', ['theme area', 'sub theme', 'priority theme']],
    ] as const
  ).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)),
);

const longest = 80;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const current = /\b(?:current|latest|now|today|this (?:quarter|month|period|year))\b/g;
const previous =
  /\b(?:previous|prior|last(?: (?:quarter|month|period|year|time))?|former|earlier|old)\b/g;
const dated = new RegExp(
  String.raw`\b(?:q(?:uarter|tr)?\s?[1-4]|(?:1st|2nd|3rd|4th|first|second|third|fourth) quarter|(?:${months})(?![a-z])|(?:spring|summer|autumn|winter)(?: term)?|term \d|year \d|month \d|end of year|mid year|year end|(?:19|20)\d{2}(?:\s?[/–-]\s?\d{2,4})?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?)(?=\W|$)|['’]\d{2}\b`,
  'g',
);

const plain = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[()[\]:?*.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Of which time a head speaks; `undefined` where of none. */
export const timeOfHead = (head: string): ColumnHead['when'] => {
  const words = plain(head);
  if (words.search(current) >= 0) return 'current';
  if (words.search(previous) >= 0) return 'previous';
  return words.search(dated) >= 0 ? 'dated' : undefined;
};

const withoutTime = (head: string): string =>
  plain(head)
    .replace(current, ' ')
    .replace(previous, ' ')
    .replace(dated, ' ')
    .replace(/\b(?:at|as of|as at|for|in|end of|of|the)\s*$|^\s*(?:at|as of|as at|end of)\b/g, ' ')
    .replace(/^[\s,/–—-]+|[\s,/–—-]+$/g, '')
    .replace(/\s+/g, ' ');

/** Whether a head says nothing but of which time it speaks: "Q1", "June 2027". */
export const isTimeAlone = (head: string): boolean =>
  timeOfHead(head) !== undefined && withoutTime(head) === '';

const meaningOf = (name: string): FieldMeaning | undefined =>
  fieldMeaningOf(name) ?? more.get(plain(name)) ?? more.get(plain(name.split(/[/&]/)[0] ?? ''));

/** "By when?", "Lead\nofficer", "RAG (June)", "Q2 RAG", "Previous status"; `undefined` where it is no field of an action's. */
export const readColumnHead = (head: string): ColumnHead | undefined => {
  const words = head.replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > longest) return undefined;
  const meaning = meaningOf(words) ?? meaningOf(withoutTime(words));
  if (meaning === undefined) return undefined;
  const when = timeOfHead(words);
  return {
    meaning,
    ...(when === undefined ? {} : { when }),
    ...(meaning === 'rating' && /rag|rating|colour|r\/a\/g/i.test(words) ? { isPlain: true } : {}),
  };
};
