import { fieldInWords } from '@trackrecord/application';

export const capitalised = (words: string): string =>
  words.slice(0, 1).toLocaleUpperCase('en') + words.slice(1);

const kinds: Readonly<Record<string, string>> = {
  dataNeed: 'data need',
  narrative: 'section of text',
  glossary: 'glossary term',
  crossReference: 'cross-reference',
  link: 'indicator',
};

const plurals: Readonly<Record<string, string>> = {
  priority: 'priorities',
  story: 'stories',
  'section of text': 'sections of text',
};

/** "1 priority", "9 priorities": a kind of thing by the name that the log has for it. */
export const countedKind = (howMany: number, kind: string): string => {
  const one = kinds[kind] ?? kind;
  return `${howMany.toLocaleString('en-GB')} ${howMany === 1 ? one : (plurals[one] ?? `${one}s`)}`;
};

/** Things whose refs people know. */
const numbered: ReadonlySet<string> = new Set([
  ...['action', 'priority', 'theme', 'enabler', 'result', 'target'],
]);

/** "Action 27", "Data need": what is known by a made-up ref goes by its kind. */
export const itemInWords = (kind: string, ref: string | null): string => {
  if (kind === 'plan') return 'The plan itself';
  return capitalised(`${kinds[kind] ?? kind} ${numbered.has(kind) ? (ref ?? '') : ''}`.trim());
};

/** A field as a heading: "Timescale", "Place". */
export const fieldHeading = (field: string): string =>
  field === 'knownAs' ? 'Earlier number' : capitalised(fieldInWords(field));

/** What a block became, or a part of it, as the library for documents tells it. */
export type BlockBecame = Readonly<{
  words: string;
  kind: string;
  ref: string;
  field: string | null;
}>;

/** Things whose refs were made up for them, and say nothing to a reader. */
const nameless: ReadonlySet<string> = new Set(['data need', 'story', 'plan']);

/** "Action 27: rating", "Kept as text: Our vision". */
export const becameInWords = ({ words, kind, field }: BlockBecame): string => {
  if (field === null) return words.replace(/^narrative/u, 'Kept as text');
  return capitalised(
    nameless.has(kind) ? `${kind === 'plan' ? 'the plan' : kind}: ${field}` : words,
  );
};
