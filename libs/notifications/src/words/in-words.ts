import { listInWords as listed } from '@trackrecord/kernel';

export { countInWords as count, dateInWords as ukDate } from '@trackrecord/kernel';

/** "Ann, Bob and Cy". */
export const listInWords = (words: ReadonlyArray<string>): string => listed(words, 'and');

/** With a full stop, unless it ends with a mark of its own. */
export const asSentence = (text: string): string =>
  /[.!?…:]["”’)]?$/u.test(text) ? text : `${text}.`;

/** As it stands within a sentence: "action 27"; a code ("NI 116") stays as it is. */
export const withinSentence = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
