import {
  type ActionChange,
  type MakeOrders,
  newRef,
  type OnAction,
  type PlanAnswer,
} from '@trackrecord/application';
import {
  AddNote,
  ChangeRating,
  ConfirmNoChange,
  GiveUpdate,
  notRated,
  Rating,
  RemoveRating,
  Text,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  filledIn,
  type FormError,
  type FormErrors,
  noRatingValue,
  type RowPart,
  rowField,
  type TypedRow,
  type TypedRows,
} from '@trackrecord/pages';
import { byRef } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

/** What was filled in for one action, understood. */
type Said = Readonly<{
  same: boolean;
  answers: boolean;
  /** A rating; `null` takes it away, `undefined` leaves it. */
  rating: Rating | null | undefined;
  note: Text | undefined;
}>;

const ratingIn = ({ rating }: TypedRow): Said['rating'] =>
  rating === noRatingValue ? null : Rating.is(rating) ? rating : undefined;

const textIn = (typed: string): Text | undefined => {
  const text = typed.trim();
  return Text.is(text) ? text : undefined;
};

type Action = PlanAnswer['actions'][number];

const ratingWords = (rating: string): string => (rating === noRatingValue ? notRated : rating);

/** Fields that say nothing together, or against each other. */
const contradictions = (
  { rating, note, why, same, answers }: TypedRow,
  action: Action | undefined,
): ReadonlyArray<readonly [RowPart, string]> => {
  const says = rating !== '' || note.trim() !== '' || same;
  return [
    ...(same && rating !== '' && ratingWords(rating) !== action?.rating
      ? [
          [
            'rating',
            `You chose ${ratingWords(rating)}, and that nothing has changed. Leave the rating as it is, or take the tick out.`,
          ] as const,
        ]
      : []),
    ...(same && note.trim() !== ''
      ? [
          [
            'note',
            'You wrote a note, and ticked that nothing has changed. Take one of them out.',
          ] as const,
        ]
      : []),
    ...(answers && !says
      ? [
          [
            'answers',
            'What is the answer? Write a note, choose a rating, or tick that nothing has changed.',
          ] as const,
        ]
      : []),
    ...(why.trim() !== '' && !says && !answers
      ? [
          [
            'why',
            'You wrote why, and nothing that it is the reason for. Choose a rating or write a note, or take it out.',
          ] as const,
        ]
      : []),
  ];
};

const tooLong = 'Enter at most 100,000 characters, without broken ones.';

const unreadable = ({ rating, note, why }: TypedRow): ReadonlyArray<readonly [RowPart, string]> => [
  ...(rating !== '' && rating !== noRatingValue && !Rating.is(rating)
    ? [['rating', `“${rating.slice(0, 100)}” is no rating. Choose one from the list.`] as const]
    : []),
  ...(note.trim() !== '' && textIn(note) === undefined ? [['note', tooLong] as const] : []),
  ...(why.trim() !== '' && textIn(why) === undefined ? [['why', tooLong] as const] : []),
];

const partWords: Readonly<Record<RowPart, string>> = {
  rating: 'rating',
  note: 'note',
  why: 'why',
  same: 'nothing has changed',
  answers: 'answer',
};

/** A message about a field of an action's, as the error summary tells it. */
export const rowError = (ref: string, part: RowPart, message: string): FormError => ({
  field: rowField(part, ref),
  message: `Action ${ref}, ${partWords[part]}: ${message}`,
});

const making =
  ({ same, answers, rating, note }: Said): MakeOrders<OnAction> =>
  ({ deps, action }) => {
    if (same) return TE.right([ConfirmNoChange.of({ action })]);
    const words = note === undefined ? undefined : { note: newRef(deps, 'n'), text: note };
    const removal = rating === null ? [RemoveRating.of({ action })] : [];
    return TE.right(
      answers
        ? [
            GiveUpdate.of({
              action,
              ...(words === undefined ? {} : { note: words }),
              ...(rating === null || rating === undefined ? {} : { rating }),
            }),
            ...removal,
          ]
        : [
            ...removal,
            ...(rating === null || rating === undefined
              ? []
              : [ChangeRating.of({ action, rating })]),
            ...(words === undefined ? [] : [AddNote.of({ action, ...words })]),
          ],
    );
  };

/** A note that stands there word for word for that date is not written twice: a form may be gone back to. */
const isThere = (action: Action | undefined, note: Text, on: LocalDate): boolean =>
  action?.notes.some((one) => one.text === note && one.on === on) ?? false;

/** What was asked may be answered by now. */
const isAsked = (action: Action | undefined): boolean =>
  action?.requests.some(({ state }) => state === 'open') ?? false;

const changeOf =
  (answer: PlanAnswer, on: LocalDate) =>
  ([ref, row]: readonly [string, TypedRow]): E.Either<FormErrors, ActionChange> => {
    const action = answer.actions.find((one) => one.ref === ref);
    const wrong = [...unreadable(row), ...contradictions(row, action)];
    if (wrong.length > 0) return E.left(wrong.map(([part, words]) => rowError(ref, part, words)));
    const note = textIn(row.note);
    const said: Said = {
      same: row.same,
      answers: row.answers && isAsked(action),
      rating: ratingIn(row),
      note: note === undefined || isThere(action, note, on) ? undefined : note,
    };
    return E.right({ ref, make: making(said), why: textIn(row.why) });
  };

/**
 * What is to happen to each action for which something was filled in, in the order of their refs, or everything that
 * is wrong with any of it.
 * @param on the date from which it is to be true
 */
export const rowChanges = (
  answer: PlanAnswer,
  rows: TypedRows,
  on: LocalDate,
): E.Either<FormErrors, ReadonlyArray<ActionChange>> => {
  const read = [...filledIn(rows)]
    .toSorted(([a], [b]) => byRef({ ref: a }, { ref: b }))
    .map(changeOf(answer, on));
  const errors = read.flatMap((one) => (E.isLeft(one) ? one.left : []));
  return errors.length > 0
    ? E.left(errors)
    : E.right(read.flatMap((one) => (E.isRight(one) ? [one.right] : [])));
};
