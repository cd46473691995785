import { rateOrder } from '@trackrecord/application';
import { notRated, type Rating } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm } from '../change-form.ts';
import { chosenRating, noRating, ratingChoices } from './rating-choices.ts';
import { type ReadField, readRating, wrong } from './read-fields.ts';

const readChoice = (typed: string): ReadField<Rating | undefined> => {
  if (typed === '') return wrong('rating', 'Rating: Choose how the action stands.');
  return typed === noRating ? E.right(undefined) : readRating('rating', typed);
};

/** Rates an action on its plan's own scale, or says that it is not rated. */
export const rateForm: ActionForm = {
  name: 'rate',
  may: 'update',
  shows: ({ action, filled }) => ({
    heading: 'Rate this action',
    fields: [
      {
        kind: 'radios',
        field: 'rating',
        label: 'How does it stand?',
        value: filled.text('rating', chosenRating(action.rating)),
        items: ratingChoices(action),
      },
    ],
    button: 'Save the rating',
  }),
  reads: ({ action, filled }) =>
    pipe(
      readChoice(filled.text('rating')),
      E.map((rating) => {
        const words = rating ?? notRated;
        return {
          make: rateOrder(rating),
          done:
            rating === undefined
              ? `Action ${action.ref} is not rated.`
              : `Action ${action.ref} is rated ${words}.`,
          nothingNew: `Action ${action.ref} is ${words} on that date already.`,
          mine: words,
        };
      }),
    ),
};
