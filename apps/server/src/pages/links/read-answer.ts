import type { OpenedLink, SaidByLink } from '@trackrecord/application';
import type { Rating, Text } from '@trackrecord/domain';
import { type LocalDate, readOrdinal } from '@trackrecord/kernel';
import {
  answerDateLabel,
  basedOnField,
  becameTrueField,
  type FormErrors,
  parseUkDate,
  type TypedAnswer,
  ukDate,
  unchangedField,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Fields } from '../../http/exchange.ts';
import {
  type ReadField,
  readRating,
  readText,
  together,
  wrong,
} from '../change/forms/read-fields.ts';

/** Characters: whoever has more to say has an account. */
const mostOfAnswer = 5_000;

/** What was filled in, as it was typed. */
export const typedIn = (form: Fields): TypedAnswer => ({
  rating: form.raw('rating'),
  text: form.raw('text'),
  effectiveOn: form.raw(becameTrueField),
});

const readDate = (typed: string, today: LocalDate): ReadField<LocalDate> =>
  pipe(
    parseUkDate(answerDateLabel)(typed),
    E.filterOrElse(
      (date) => date <= today,
      (date) =>
        `${answerDateLabel} ${ukDate(date)} is still to come. Enter today, or an earlier date.`,
    ),
    E.mapLeft((message) => [{ field: becameTrueField, message }]),
  );

type News = Readonly<{ rating: Rating | undefined; text: Text | undefined }>;

const readNews = ({ rating, text }: TypedAnswer): ReadField<News> => {
  const isRated = rating !== '';
  const isSaid = text.trim() !== '';
  if (!isRated && !isSaid)
    return wrong(
      'rating',
      'How does it stand? Choose a rating, or write a sentence below. If there is nothing new, press “Nothing has changed”.',
    );
  return pipe(
    together<Rating | undefined, Text | undefined>(
      isRated ? readRating('rating', rating) : E.right(undefined),
      isSaid ? readText('text', 'What is the latest?', text, mostOfAnswer) : E.right(undefined),
    ),
    E.map(([read, words]) => ({ rating: read, text: words })),
  );
};

/** "Nothing has changed" with news beside it: which one is meant? */
const contradictions = ({ rating, text }: TypedAnswer, standing: string): FormErrors => [
  ...(rating === '' || rating === standing
    ? []
    : [
        {
          field: 'rating',
          message: `How does it stand? You chose ${rating.slice(0, 100)}, and that nothing has changed: it is ${standing} now. Press “Send the update” if it is ${rating.slice(0, 100)}.`,
        },
      ]),
  ...(text.trim() === ''
    ? []
    : [
        {
          field: 'text',
          message:
            'What is the latest? You wrote words, and chose that nothing has changed. Press “Send the update” to send them, or take them out.',
        },
      ]),
];

/** Reads what was sent by a link's form, or says everything that is wrong with it. */
export const readAnswer = (
  form: Fields,
  { action, resolved }: Pick<OpenedLink, 'action' | 'resolved'>,
): E.Either<FormErrors, SaidByLink> => {
  const typed = typedIn(form);
  const date = readDate(typed.effectiveOn, resolved.point.asOf);
  const around = { basedOn: readOrdinal(form.raw(basedOnField)) };
  if (form.one(unchangedField) === undefined)
    return pipe(
      together(readNews(typed), date),
      E.map(([news, effectiveOn]) => ({ ...news, ...around, news: true, effectiveOn })),
    );
  const wrongs = contradictions(typed, action.rating);
  return wrongs.length > 0
    ? E.left(wrongs)
    : pipe(
        date,
        E.map((effectiveOn) => ({ ...around, news: false, effectiveOn })),
      );
};
