import type { CrossReference } from '../proposal/cross-reference.ts';

/** Each shape's first group is what it points to, where its words name that. */
const shapes: ReadonlyArray<RegExp> = [
  // "Cross Reference TP LIG Plan"
  /\bcross[ -]?ref(?:erence)?s?\b:?\s+([^.;()\n]{2,120})/gi,
  // "Priority 2 no.15": which action that is depends on whose numbers they are
  /\bpriority\s+\d{1,3}[a-z]?\s+no\.?\s*\d{1,4}\b/gi,
  // "See separate LCSP Strategic Education Plan"
  /\b[Ss]ee\s+(?:also\s+)?(?:separate\s+|attached\s+|the\s+)?((?:[A-Z][\p{L}’'-]*\s+(?:(?:and|&|of|for)\s+)?){1,8}?(?:[Pp]lan|[Ss]trategy|[Aa]udit|[Pp]olicy|[Pp]rotocol|[Rr]eport|[Rr]eview|[Ff]ramework))\b/gu,
  // "also see Priority 1"
  /\bsee\s+(?:also\s+)?((?:priority|action|theme|objective)\s+\d{1,4}(?:\.\d{1,4})*[a-z]?)\b(?!\s+no)/gi,
];

const appendices =
  /\bappendi(?:x|ces)\s+((?:\d{1,3}|[A-Z]|\*)(?!\w)(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:\d{1,3}|[A-Z])(?!\w))*)/gi;

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

const referencesOf = (text: string, shape: RegExp): ReadonlyArray<CrossReference> =>
  [...text.matchAll(shape)].map(([words, to]) => ({
    asWritten: plain(words),
    ...(to === undefined ? {} : { to: plain(to) }),
  }));

/** "Appendices 9, 10 and 27" are three; "Appendix *" has a number that nobody filled in. */
const appendixReferences = (text: string): ReadonlyArray<CrossReference> =>
  [...text.matchAll(appendices)].flatMap(([asWritten, numbers = '']) =>
    [...numbers.matchAll(/\d{1,3}|\b[A-Z]\b|\*/g)].map(([number]) =>
      number === '*' ? { asWritten } : { asWritten, to: `Appendix ${number}` },
    ),
  );

/** Where a text points: other plans, priorities, actions, appendices; each place once. */
export const listCrossReferences = (text: string): ReadonlyArray<CrossReference> => {
  const found = [
    ...shapes.flatMap((shape) => referencesOf(text, shape)),
    ...appendixReferences(text),
  ];
  return [
    ...new Map(found.map((reference) => [reference.to ?? reference.asWritten, reference])).values(),
  ];
};
