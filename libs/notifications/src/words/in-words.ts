export { dateInWords as ukDate } from '@trackrecord/kernel';

/** "1 day", "1,200 days". */
export const count = (howMany: number, one: string, many = `${one}s`): string =>
  `${howMany.toLocaleString('en-GB')} ${howMany === 1 ? one : many}`;

/** "Ann, Bob and Cy". */
export const listInWords = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** With a full stop, unless it ends with a mark of its own. */
export const asSentence = (text: string): string =>
  /[.!?…:]["”’)]?$/u.test(text) ? text : `${text}.`;

/** As it stands within a sentence: "action 27"; a code ("NI 116") stays as it is. */
export const withinSentence = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
