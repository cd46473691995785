import type { CrossReference } from '../proposal/cross-reference.ts';

const patterns: ReadonlyArray<RegExp> = [
  /\bcross[ -]?ref(?:erence)?s?\b:?\s+[^.;()\n]{2,120}/gi,
  /\bpriority\s+\d{1,3}[a-z]?\s+no\.?\s*\d{1,4}\b/gi,
  /\b(?:[Aa]lso\s+)?[Ss]ee\s+(?:also\s+)?(?:separate\s+|attached\s+|the\s+)?(?:[A-Z][\p{L}’'-]*\s+(?:(?:and|&|of|for)\s+)?){1,8}?(?:[Pp]lan|[Ss]trategy|[Aa]udit|[Pp]olicy|[Pp]rotocol|[Rr]eport|[Rr]eview|[Ff]ramework)\b/gu,
  /\bsee\s+(?:also\s+)?(?:priority|action|theme|objective)\s+\d{1,4}(?:\.\d{1,4})*[a-z]?\b(?!\s+no)/gi,
];

const appendices =
  /\bappendi(?:x|ces)\s+((?:\d{1,3}|[A-Z]|\*)(?![\w])(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:\d{1,3}|[A-Z])(?!\w))*)/gi;

const asWritten = (words: string): CrossReference => ({
  asWritten: words.replace(/\s+/g, ' ').trim(),
});

/** "Appendices 9, 10 and 27" are three; "Appendix *" has a number that nobody filled in. */
const appendixReferences = (text: string): ReadonlyArray<CrossReference> =>
  [...text.matchAll(appendices)].flatMap((found) =>
    [...(found[1] ?? '').matchAll(/\d{1,3}|\b[A-Z]\b|\*/g)].map(([number]) =>
      number === '*' ? { asWritten: found[0] } : { asWritten: found[0], to: `Appendix ${number}` },
    ),
  );

/** Where a text points: "Cross Reference …", "Priority 2 no.15", "See separate … Plan", appendices. */
export const listCrossReferences = (text: string): ReadonlyArray<CrossReference> => [
  ...patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([words]) => asWritten(words))),
  ...appendixReferences(text),
];
