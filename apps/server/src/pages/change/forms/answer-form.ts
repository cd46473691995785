import { answerOrder, noChangeOrder } from '@trackrecord/application';
import type { Rating, Text } from '@trackrecord/domain';
import type { FormErrors } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { noRating, ratingChoices } from './rating-choices.ts';
import { oneOf, type ReadField, readRating, readText, together } from './read-fields.ts';

const keepRating = 'keep';

const newsChoices = ['news', 'none'] as const;

/** A rating that goes with the news; `undefined` leaves it as it is. */
const readRatingWith = (typed: string): ReadField<Rating | undefined> =>
  typed === '' || typed === keepRating ? E.right(undefined) : readRating('rating', typed);

const readNews = ({
  filled,
}: ActionPlace): ReadField<Readonly<{ text: Text; rating: Rating | undefined }>> =>
  pipe(
    together(readText('text', 'News', filled.text('text')), readRatingWith(filled.text('rating'))),
    E.map(([text, rating]) => ({ text, rating })),
  );

/** "Nothing has changed" with news beside it: which one is meant? */
const contradictions = ({ action, filled }: ActionPlace): FormErrors => {
  const rating = filled.text('rating');
  return [
    ...(filled.text('text').trim() === ''
      ? []
      : [
          {
            field: 'text',
            message:
              'News: You wrote news and chose that nothing has changed. Choose “There is news”, or take the words out.',
          },
        ]),
    ...(rating === '' || rating === keepRating || rating === action.rating
      ? []
      : [
          {
            field: 'rating',
            message: `Rating: You chose ${rating}, and that nothing has changed. Choose “There is news”, or leave the rating as it is.`,
          },
        ]),
  ];
};

const isAsked = ({ action }: ActionPlace): boolean =>
  action.requests.some(({ state }) => state === 'open');

/** Gives an update, or says that nothing has changed; either settles what was asked. */
export const answerForm: ActionForm = {
  name: 'answer',
  may: 'update',
  fieldOf: { requests: 'news' },
  shows: (of) => ({
    heading: isAsked(of) ? 'Answer the request for an update' : 'Give an update',
    ...(isAsked(of) ? { lead: ['What you say here answers everything that was asked.'] } : {}),
    fields: [
      {
        kind: 'radios',
        field: 'news',
        label: 'Is there news?',
        value: of.filled.text('news', 'news'),
        items: [
          { value: 'news', text: 'There is news' },
          {
            value: 'none',
            text: 'Nothing has changed',
            hint: `It is still ${of.action.rating}, and you have looked at it. Leave the next two questions as they are.`,
          },
        ],
      },
      {
        kind: 'longText',
        field: 'text',
        label: 'News',
        hint: 'What has happened since the last update, in plain words.',
        value: of.filled.text('text'),
        rows: 6,
      },
      {
        kind: 'radios',
        field: 'rating',
        label: 'Rating',
        value: of.filled.text('rating', keepRating),
        items: [
          { value: keepRating, text: `Leave it as it is: ${of.action.rating}` },
          ...ratingChoices(of.action).filter(({ value }) => value !== noRating),
        ],
      },
    ],
    button: isAsked(of) ? 'Send the answer' : 'Send the update',
  }),
  reads: (of) => {
    const { action, filled } = of;
    return pipe(
      oneOf('news', 'Is there news? Choose one.', newsChoices, filled.text('news')),
      E.chain((choice) => {
        if (choice === 'news')
          return pipe(
            readNews(of),
            E.map(({ text, rating }) => ({
              make: answerOrder(text, rating),
              done: `The update on action ${action.ref} is recorded${rating === undefined ? '' : `, and its rating: ${rating}`}.`,
              nothingNew: `This update on action ${action.ref} is recorded already.`,
              mine: `${rating === undefined ? '' : `${rating}: `}“${shortened(text)}”`,
            })),
          );
        const wrongs = contradictions(of);
        return wrongs.length > 0
          ? E.left(wrongs)
          : E.right({
              make: noChangeOrder,
              done: `Action ${action.ref}: nothing has changed, still ${action.rating}.`,
              nothingNew: `That nothing has changed on action ${action.ref} is recorded already.`,
              mine: `Nothing has changed: still ${action.rating}`,
            });
      }),
    );
  },
};
