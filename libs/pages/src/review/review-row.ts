import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { actionPath } from '../action/action-links.ts';
import { type TitleParts, titleParts } from '../action/title-parts.ts';
import { errorFor, type FormErrors } from '../forms/form-errors.ts';
import { owedWords } from '../plan/owed-words.ts';
import { ownersInOrder } from '../plan/sort-actions.ts';
import { ratingTag } from '../rating/rating-tag.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { listInWords } from '../words/list-in-words.ts';
import { longText } from '../words/long-text.ts';
import { ukDate } from '../words/uk-date.ts';
import { noRatingValue, type RowPart, rowField, rowParts } from './grid-fields.ts';
import { emptyTypedRow, isFilledIn, type TypedRow } from './typed-row.ts';

/** An action on a review grid: how it stands, and what is filled in for it. `…Html` is made by our own functions. */
export type ReviewRow = Readonly<{
  ref: string;
  /** The names, and ids, of its fields. */
  fields: Readonly<Record<RowPart, string>>;
  href: string;
  title: TitleParts;
  /** "Closed", "Withdrawn" …: nothing can be recorded of it any more. */
  ended: string | null;
  ratingHtml: string;
  updated: string;
  lastWords: Readonly<{ html: string; on: string }> | null;
  who: string;
  asked: ReadonlyArray<string>;
  optionsHtml: string;
  typed: TypedRow;
  isOpened: boolean;
  errors: Readonly<Partial<Record<RowPart, string>>>;
  /** What others did to it meanwhile, in a sentence each. */
  meanwhile: ReadonlyArray<string>;
}>;

/** What all rows of a grid are made with. */
export type RowsOf = Readonly<{
  plan: PlanAnswer;
  scale: ReadonlyArray<string>;
  typed: ReadonlyMap<string, TypedRow>;
  errors: FormErrors;
  meanwhile: ReadonlyMap<string, ReadonlyArray<string>>;
}>;

/** The words of a plan's own scale, in its order. */
export const scaleOf = ({ counts }: PlanAnswer): ReadonlyArray<string> =>
  Object.keys(counts.byRating).filter((word) => word !== notRated);

const option = (value: string, text: string, typed: string): string =>
  `<option value="${escapeHtml(value)}"${value === typed ? ' selected' : ''}>${escapeHtml(text)}</option>`;

/** Alike for all actions: how each is rated stands beside it. What was typed stays, also where it is on no scale. */
const optionsHtml = (scale: ReadonlyArray<string>, { rating }: TypedRow): string =>
  [
    option('', 'Leave as it is', rating),
    ...scale.map((word) => option(word, word, rating)),
    option(noRatingValue, notRated, rating),
    ...(rating === '' || rating === noRatingValue || scale.includes(rating)
      ? []
      : [option(rating, `${rating} (not on the plan’s scale)`, rating)]),
  ].join('');

const fieldsOf = (ref: string): ReviewRow['fields'] => ({
  rating: rowField('rating', ref),
  note: rowField('note', ref),
  why: rowField('why', ref),
  same: rowField('same', ref),
  answers: rowField('answers', ref),
});

const errorsOf = (errors: FormErrors, fields: ReviewRow['fields']): ReviewRow['errors'] =>
  errors.length === 0
    ? {}
    : Object.fromEntries(
        rowParts.flatMap((part) => {
          const error = errorFor(errors, fields[part]);
          return error === undefined ? [] : [[part, error.text]];
        }),
      );

const lastWordsOf = ({ notes }: ActionAnswer): ReviewRow['lastWords'] => {
  const last = notes.at(-1);
  return last === undefined ? null : { html: longText(last.text, 300), on: ukDate(last.on) };
};

const whoOf = (action: ActionAnswer): string => {
  const owners = ownersInOrder(action).map(({ name, role }) =>
    role === 'lead' ? name : `${name} (supports)`,
  );
  return owners.length === 0
    ? 'Nobody owns it.'
    : `${owners.join(', ')} ${owners.length === 1 ? 'answers' : 'answer'} for it.`;
};

const askedOf = ({ requests }: ActionAnswer): ReadonlyArray<string> =>
  requests
    .filter(({ state }) => state === 'open')
    .map(
      ({ of, words, askedOn }) =>
        `Asked${of.length === 0 ? '' : ` of ${listInWords(of, 'and')}`} on ${ukDate(askedOn)}: “${words}”`,
    );

const updatedOf = (plan: PlanAnswer, action: ActionAnswer): string => {
  const last =
    action.lastUpdatedOn === null ? 'No update yet' : `Updated ${ukDate(action.lastUpdatedOn)}`;
  return owedWords(plan)(action).overdueSince !== null ? `${last}, overdue` : last;
};

const nothingKnown = {
  ratingHtml: '',
  updated: '',
  lastWords: null,
  who: '',
  asked: [],
} as const;

/** Makes the row of an action by its ref; of one that is not in the plan any more, what was filled in for it. */
export const reviewRow =
  ({ plan, scale, typed, errors, meanwhile }: RowsOf) =>
  (ref: string, action: ActionAnswer | undefined): ReviewRow => {
    const fields = fieldsOf(ref);
    const filled = typed.get(ref) ?? emptyTypedRow;
    const found = errorsOf(errors, fields);
    const of = {
      ref,
      fields,
      href: actionPath(plan.plan.id, ref),
      optionsHtml: optionsHtml(scale, filled),
      typed: filled,
      isOpened: isFilledIn(filled) || found.why !== undefined,
      errors: found,
      meanwhile: meanwhile.get(ref) ?? [],
    };
    if (action === undefined) {
      const withdrawn = plan.withdrawn.find((one) => one.ref === ref);
      return {
        ...of,
        ...nothingKnown,
        title: titleParts(withdrawn?.title ?? ''),
        ended: withdrawn === undefined ? 'Not in the plan' : 'Withdrawn',
      };
    }
    return {
      ...of,
      title: titleParts(action.title),
      ended: action.status === 'open' ? null : 'Closed',
      ratingHtml: ratingTag(action.rating),
      updated: updatedOf(plan, action),
      lastWords: lastWordsOf(action),
      who: whoOf(action),
      asked: askedOf(action),
    };
  };
