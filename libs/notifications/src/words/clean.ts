/**
 * What changes the direction of the text around it, or hides in it: a title could show as another one, or a name as
 * somebody else's (Unicode Technical Report 36, section 2.4). Joiners stay: scripts and emoji need them.
 */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Line ends of every kind become `\n`; other control characters a space. */
const withoutControls = (text: string): string =>
  text
    .toWellFormed()
    .replace(unseen, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');

/** Untrusted text on one line, in which nothing is hidden and nothing is turned round. */
export const cleanLine = (text: string): string =>
  withoutControls(text).replace(/\s+/gu, ' ').trim();
