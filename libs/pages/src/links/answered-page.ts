import type { AnsweredWith } from '@trackrecord/application';
import { renderTemplate } from '../frame/render-template.ts';
import { ratingTag } from '../rating/rating-tag.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { paragraphs } from '../words/long-text.ts';
import { ukDate } from '../words/uk-date.ts';
import type { LinkPage } from './link-page.ts';

export type AnsweredPageOf = Readonly<{
  said: AnsweredWith;
  /** What it was said of, where that is to be told: "Action 27". */
  what: string | null;
  /** It was recorded before: what was sent now is no second answer. */
  isRepeated: boolean;
  /** Where a new link is asked for; `null` where there is nothing more to say. */
  again: string | null;
}>;

const linesOf = ({ said, what }: AnsweredPageOf) => [
  ...(what === null ? [] : [{ key: 'About', html: escapeHtml(what) }]),
  ...(said.noChange ? [{ key: 'You said', html: 'Nothing has changed' }] : []),
  ...(said.rating === null ? [] : [{ key: 'Rating', html: ratingTag(said.rating) }]),
  ...(said.text === null ? [] : [{ key: 'In words', html: paragraphs(said.text) }]),
  { key: 'True on', html: ukDate(said.effectiveOn) },
];

/** What is on record of an answer, for whoever gave it. */
export const answeredPage = (of: AnsweredPageOf): LinkPage => {
  const title = of.isRepeated
    ? 'Your answer was recorded before'
    : 'Thank you: your answer is recorded';
  return {
    title,
    content: renderTemplate('links/answered.njk', {
      heading: title,
      lines: linesOf(of),
      isRepeated: of.isRepeated,
      again: of.again,
    }),
  };
};
