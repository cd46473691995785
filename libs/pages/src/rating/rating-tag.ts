import { escapeHtml } from '../words/escape-html.ts';
import { ratingLooks, ratingTone } from './rating-look.ts';

/**
 * A rating as a tag: colour, shape and word. `null` is "Not rated".
 * HTML, and short: a plan has hundreds of them.
 */
export const ratingTag = (rating: string | null | undefined): string => {
  const word = rating ?? 'Not rated';
  const tone = ratingTone(word);
  return (
    `<strong class="app-rating app-rating--${tone}">` +
    `<svg aria-hidden="true" focusable="false" viewBox="0 0 12 12" width="12" height="12">` +
    `<path fill="currentColor" fill-rule="evenodd" d="${ratingLooks[tone].shape}"/></svg>` +
    `${escapeHtml(word)}</strong>`
  );
};
