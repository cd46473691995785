/** Characters that neither HTML nor XML may hold, and half characters. */
const holdable = (text: string): string =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => ('\n\t'.includes(one) ? one : ' '))
    .toWellFormed();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words that mean themselves, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  holdable(text).replace(/[&<>"']/gu, (one) => entities[one] ?? '');

/** Words as a string of a stylesheet that stands in a page: nothing in them can end either. */
export const cssString = (text: string): string =>
  `"${holdable(text).replace(/[^\p{L}\p{N} .,:–—-]/gu, (one) => `\\${one.codePointAt(0)?.toString(16) ?? '20'} `)}"`;
