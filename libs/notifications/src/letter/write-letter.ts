import type { LetterWriter } from '@trackrecord/application/ports';
import { htmlLetter } from './html-letter.ts';
import { letterView } from './letter-view.ts';
import { plainLetter } from './plain-letter.ts';

/**
 * A digest in words: a subject on one line, plain text, and HTML.
 * Names, titles and notes are anybody's: control characters and what turns text round are taken out of all three, and
 * the HTML is escaped.
 */
export const writeLetter: LetterWriter = (digest) => {
  const view = letterView(digest);
  return { subject: view.subject, text: plainLetter(view), html: htmlLetter(view) };
};
