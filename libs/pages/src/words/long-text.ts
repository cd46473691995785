import { escapeHtml } from './escape-html.ts';

const cutAt = (text: string, limit: number): string => {
  const start = text.slice(0, limit);
  if (/\s/u.test(text.charAt(limit))) return start;
  const space = start.lastIndexOf(' ');
  return (space > limit / 2 ? start.slice(0, space) : start).trimEnd();
};

/** Plain text as paragraphs: an empty line ends one, a line's end is kept. */
export const paragraphs = (text: string, classes = 'govuk-body'): string =>
  text
    .split(/\r?\n[ \t]*\r?\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(
      (part) =>
        `<p class="${escapeHtml(classes)}">${escapeHtml(part).replace(/\r?\n/gu, '<br>')}</p>`,
    )
    .join('');

/**
 * A long text that takes little room until it is opened; without JavaScript, and whole on paper.
 * @param limit characters that are shown at once; a text not much longer is shown whole
 * @returns HTML
 */
export const longText = (text: string, limit = 200): string =>
  text.length <= limit * 1.2
    ? escapeHtml(text)
    : `<details class="app-clamp"><summary><span class="app-clamp__start">${escapeHtml(cutAt(text, limit))}… </span>` +
      `<span class="app-clamp__more">Show all</span><span class="app-clamp__less">Show less</span></summary>` +
      `<div class="app-clamp__whole">${escapeHtml(text)}</div></details>`;
