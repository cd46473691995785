/** What XML 1.0 has no place for (2.2): control characters, halves of surrogate pairs, and two that are no characters. */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Words on one line that a part of a Word document can hold; escaping is the library's. */
export const xmlWords = (text: string): string =>
  text.replace(notInXml, '').replace(/[\t\n\r]+/gu, ' ');
