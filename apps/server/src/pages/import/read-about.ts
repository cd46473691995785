import type { LocalDate } from '@trackrecord/kernel';
import { type AboutForm, type FormError, type FormErrors, parseUkDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Fields } from '../../http/exchange.ts';

/** What was filled in about a document. */
export const aboutIn = (form: Fields): AboutForm => ({
  on: form.raw('on'),
  plan: form.raw('plan'),
  title: form.raw('title'),
  partnership: form.raw('partnership'),
  otherPartnership: form.raw('otherPartnership'),
});

/** What is said about a document, understood. */
export type About = Readonly<{ on: LocalDate; title: string; partnership: string | null }>;

/** Earlier than any plan of this kind. */
const firstYear = '1900';

export const readOn = (typed: string): E.Either<FormError, LocalDate> =>
  pipe(
    parseUkDate('Which date does the document speak of?')(typed),
    E.filterOrElse(
      (date) => date >= firstYear,
      (date) =>
        `Which date does the document speak of? ${date.slice(0, 4)} is too long ago: accepted are dates from 1/1/${firstYear}.`,
    ),
    E.mapLeft((message) => ({ field: 'on', message })),
  );

const longestTitle = 500;

const readTitle = (typed: string): E.Either<FormError, string> =>
  typed.trim().length <= longestTitle && !/\p{Cc}/u.test(typed.trim())
    ? E.right(typed.trim())
    : E.left({
        field: 'title',
        message: `Title of the plan: enter one line of at most ${longestTitle} characters.`,
      });

/** The partnership by its name; chosen and named both, the name counts where they are the same. */
const readPartnership = ({
  partnership,
  otherPartnership,
}: AboutForm): E.Either<FormError, string | null> => {
  const [chosen, named] = [partnership.trim(), otherPartnership.trim()];
  if (chosen !== '' && named !== '' && chosen !== named)
    return E.left({
      field: 'otherPartnership',
      message: `Another partnership: “${chosen}” is chosen already. Choose one, or name another, not both.`,
    });
  return E.right(named === '' ? (chosen === '' ? null : chosen) : named);
};

/** All that was filled in, or everything that is wrong with it. */
export const readAbout = (form: AboutForm): E.Either<FormErrors, About> => {
  const [on, title, partnership] = [readOn(form.on), readTitle(form.title), readPartnership(form)];
  return E.isRight(on) && E.isRight(title) && E.isRight(partnership)
    ? E.right({ on: on.right, title: title.right, partnership: partnership.right })
    : E.left([on, title, partnership].flatMap((one) => (E.isLeft(one) ? [one.left] : [])));
};
