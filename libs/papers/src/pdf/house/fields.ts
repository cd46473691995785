import type { Notes } from './notes.ts';

/** What a field of Word gives, by the first word of its code. */
export type FieldKind = 'page' | 'pages' | 'contents' | 'shown';

/** A field that was begun and has not ended. */
export type Field = { code: string; isResult: boolean };

const nameOf = (code: string): string => (/^\s*([A-Za-z]+)/u.exec(code)?.[1] ?? '').toUpperCase();

/** What becomes of a field: numbers of pages are known, a list of contents is left out, of others Word's words stay. */
export const fieldKind = (code: string, notes: Notes): FieldKind => {
  const name = nameOf(code);
  switch (name) {
    case 'PAGE':
      return 'page';
    case 'NUMPAGES':
    case 'SECTIONPAGES':
      return 'pages';
    case 'TOC':
      notes.others.add('The list of contents is left out: the PDF has bookmarks instead.');
      return 'contents';
    case 'HYPERLINK':
    case '':
      return 'shown';
    default:
      notes.fields.add(name.slice(0, 20));
      return 'shown';
  }
};

/** No document has more fields inside one another that matter. */
const deepest = 32;

/** Whether what stands here is a field's code, or a result that is made anew or left out. */
export const isUnshown = (open: ReadonlyArray<Field>, notes: Notes): boolean =>
  open
    .slice(-deepest)
    .some(({ code, isResult }) => !isResult || fieldKind(code, notes) !== 'shown');
