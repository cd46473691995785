import type { LastWords, OpenedLink } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import type { StandingLine } from '../change/change-form-page.ts';
import { basedOnField, becameTrueField } from '../forms/field-names.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { ratingTag } from '../rating/rating-tag.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { longText } from '../words/long-text.ts';
import { ukDate } from '../words/uk-date.ts';
import type { LinkPage } from './link-page.ts';

/** What the form of a link's page is sent with when nothing has changed. */
export const unchangedField = 'unchanged';

/** What the date of an answer is called. */
export const answerDateLabel = 'On which day is this true?';

/** What was filled in, as it was typed. */
export type TypedAnswer = Readonly<{ rating: string; text: string; effectiveOn: string }>;

export type AnswerPageOf = Readonly<{
  link: Pick<OpenedLink, 'plan' | 'party' | 'action' | 'reasons' | 'lastWords'>;
  /** Where the form is sent: the address of the page itself. */
  to: string;
  /** The ordinal that the page was made at. */
  basedOn: number;
  typed: TypedAnswer;
  errors: FormErrors;
}>;

const said = ({ text, on, by }: LastWords): StandingLine => ({
  key: `Last note, ${ukDate(on)}${by === null ? '' : `, ${by}`}`,
  html: longText(text, 400),
});

const standing = ({ link }: AnswerPageOf): ReadonlyArray<StandingLine> => [
  { key: 'Rating now', html: ratingTag(link.action.rating) },
  link.lastWords === null ? { key: 'Last note', html: 'None yet' } : said(link.lastWords),
  {
    key: 'Why you are asked',
    html: link.reasons.map((reason) => `<p>${escapeHtml(reason)}</p>`).join(''),
  },
];

/** What an answer link opens: one action, what is asked of it, and a form. Nothing of the plan beyond that action. */
export const answerPage = (of: AnswerPageOf): LinkPage => {
  const { link, to, basedOn, typed, errors } = of;
  const { ref, title, rating, scale } = link.action;
  return {
    title: `Update on action ${ref}`,
    content: renderTemplate('links/answer.njk', {
      ...{ to, typed, errors, title, scale },
      plan: link.plan.title,
      heading: `Update on action ${ref}`,
      to,
      party: link.party.name,
      lines: standing(of),
      ratingHint:
        rating === notRated
          ? 'It is not rated so far.'
          : `Now it is ${rating}. Choose none to leave it so.`,
      unchangedHint:
        rating === notRated
          ? 'It is not rated, and there is nothing new to say.'
          : `It is still ${rating}, and there is nothing new to say.`,
      names: { basedOn: basedOnField, effectiveOn: becameTrueField, unchanged: unchangedField },
      dateLabel: answerDateLabel,
      others: [{ name: basedOnField, value: String(basedOn) }],
    }),
  };
};
