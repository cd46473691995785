import { describeFailure, type Failure } from '@trackrecord/application';
import {
  type Corrections,
  ratingChoices,
  remedied,
  type TextRange,
  withCorrection,
  wordsAsTyped,
} from '@trackrecord/documents';
import { type FormErrors, notRatedChoice } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Fields } from '../../http/exchange.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import type { ImportDraft } from './import-draft.ts';
import { type Reading, readingOf } from './reading.ts';

/** What a form about one block asks for: other words, or that it is right as it stands. */
export type BlockAsked = Readonly<{ _tag: 'Words'; words: string }> | Readonly<{ _tag: 'Right' }>;

const refused = (field: string, message: string): E.Either<FormErrors, never> =>
  E.left([{ field, message }]);

const words = (text: string): E.Either<FormErrors, BlockAsked> =>
  E.right({ _tag: 'Words', words: text });

const rated = (form: Fields, current: string): E.Either<FormErrors, BlockAsked> => {
  const chosen = form.one('rating');
  const rating = ratingChoices.find((one) => one === chosen);
  if (rating === undefined && chosen !== notRatedChoice)
    return refused('rating', 'Choose the rating that these words stand for, or “Not rated”.');
  return words(remedied(current, { kind: 'rating', words: form.raw('words') }, rating ?? ''));
};

/** A name stands on one line, and ends where a sentence would. */
const nameIn = (form: Fields): string =>
  (form.one('whom') ?? '').replace(/\s+/gu, ' ').replace(/[.?!;:]+$/u, '');

const asked = (
  form: Fields,
  kind: 'whom' | 'request',
  current: string,
): E.Either<FormErrors, BlockAsked> => {
  const whom = nameIn(form);
  return whom === '' && kind === 'whom'
    ? refused('whom', 'Who is asked? Enter the name of a person or an organisation.')
    : words(remedied(current, { kind, words: form.raw('words') }, whom));
};

const filledIn = (form: Fields, current: string): E.Either<FormErrors, BlockAsked> => {
  const filling = form.one('open');
  return filling === undefined
    ? refused('open', 'Enter what belongs in the place that was left open.')
    : words(remedied(current, { kind: 'open', words: form.raw('words') }, filling));
};

/**
 * What a form asks for, understood.
 * @param current the block's words as they stand
 */
export const readBlockForm = (form: Fields, current: string): E.Either<FormErrors, BlockAsked> => {
  switch (form.one('what')) {
    case 'rating':
      return rated(form, current);
    case 'whom':
      return asked(form, 'whom', current);
    case 'request':
      return asked(form, 'request', current);
    case 'open':
      return filledIn(form, current);
    case 'leave':
      return words('');
    case 'right':
      return E.right({ _tag: 'Right' });
    default:
      return form.one('text') === undefined
        ? refused('text', 'Its words: enter some, or leave the block out.')
        : words(form.raw('text'));
  }
};

/** The corrections with the words of one block put right, where what they leave can still be read. */
export const corrected = (
  desk: Desk,
  upload: KeptUpload,
  reading: Reading,
  draft: ImportDraft,
  block: number,
  range: TextRange,
  typed: string,
): TE.TaskEither<FormErrors, Corrections> => {
  const of = reading.document.blocks[block - 1] ?? {};
  const next = withCorrection(
    reading.source,
    draft.corrections,
    range,
    wordsAsTyped(of, reading.source, typed),
  );
  return pipe(
    readingOf(desk, upload, { ...draft, corrections: next }),
    TE.bimap(
      (failure: Failure): FormErrors => [{ field: 'text', message: describeFailure(failure) }],
      () => next,
    ),
  );
};
