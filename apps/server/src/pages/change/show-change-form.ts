import type { Failure } from '@trackrecord/application';
import {
  becameTrueField,
  changeFormPage,
  type ConflictView,
  type FormErrors,
  noErrors,
  onWordOfField,
  readOnlyPage,
  ukDate,
  ukNumbersDate,
  whyField,
} from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import type { AnyKind, AnyPlace, ChangeForm, FormShows } from './change-form.ts';
import { formIdField } from './command-id-of.ts';

/** Why a form is shown: as it is opened, or for what it was not taken. */
export type Shown = Readonly<{
  status: number;
  errors: FormErrors;
  conflict: ConflictView | null;
  future: Readonly<{ value: string; words: string }> | null;
}>;

export const opened: Shown = { status: 200, errors: noErrors, conflict: null, future: null };

/** The names of a form's fields, in their order. */
export const fieldsOf = (
  { fields }: Pick<FormShows, 'fields'>,
  { undated }: Readonly<{ undated?: true }>,
): ReadonlyArray<string> => [
  ...fields.map(({ field }) => field),
  ...(undated === true ? [] : [becameTrueField]),
  whyField,
  onWordOfField,
];

const aroundOf = (
  { filled, today, parties }: AnyPlace,
  { undated, needsWhy, when }: Readonly<{ undated?: true; needsWhy?: true; when?: string }>,
) => ({
  effectiveOn:
    undated === true
      ? undefined
      : { value: filled.text(becameTrueField, ukNumbersDate(today)), label: when },
  why: {
    value: filled.text(whyField),
    hint:
      needsWhy === true
        ? 'A sentence that will stand in the history.'
        : 'A sentence that will stand in the history. You can leave it empty.',
  },
  onWordOf: { value: filled.text(onWordOfField), items: parties },
});

/** The page with the form on it. */
export const changeFormReply =
  <Of extends AnyPlace, Make>(kind: AnyKind<Of, Make>, form: ChangeForm<Of, Make>) =>
  (desk: Desk, exchange: Exchange, of: Of, shown: Shown): TE.TaskEither<Failure, Reply> =>
    pipe(
      TE.fromTask(csrfTokenFor(desk)(exchange)),
      TE.map((csrfToken) => {
        const shows = form.shows(of);
        const dateErrors = of.asked.dateBar.refused?.errors ?? noErrors;
        const { title, content } = changeFormPage({
          caption: kind.caption(of),
          heading: shows.heading,
          subject: kind.words(of),
          standing: { heading: kind.standingHeading, lines: kind.standing(of) },
          lead: shows.lead ?? [],
          warning: shows.warning ?? null,
          action: exchange.path,
          csrfToken: csrfToken ?? '',
          basedOn: of.asked.answer.ordinal,
          hidden: [
            {
              name: formIdField,
              value: exchange.form.one(formIdField) ?? desk.ids.commandId(),
            },
            ...(form.carries ?? []).map((name) => ({ name, value: of.filled.text(name) })),
          ],
          fields: shows.fields,
          around: aroundOf(of, form),
          button: shows.button,
          isWarning: shows.warns ?? false,
          cancelHref: kind.back(of),
          errors: shown.errors,
          conflict: shown.conflict,
          future: shown.future,
          others: shows.others ?? [],
        });
        return page(
          {
            title,
            content,
            section: kind.section,
            breadcrumbs: kind.breadcrumbs(of),
            dateBar: of.asked.dateBar,
            errors: shown.errors,
          },
          dateErrors.length > 0 && shown.status === 200 ? 400 : shown.status,
        );
      }),
    );

/** On any date but today nothing is changed. */
export const readOnlyReply = <Of extends AnyPlace, Make>(
  kind: AnyKind<Of, Make>,
  form: ChangeForm<Of, Make>,
  exchange: Exchange,
  of: Of,
): Reply => {
  const { asked } = of;
  const { title, content } = readOnlyPage({
    heading: form.shows(of).heading,
    caption: kind.caption(of),
    sentence: `You are looking at ${ukDate(asked.answer.asOf)}, or at what was known or written then. A past date can be read and not changed. To record something that was true then, change it as it stands today, and say when it became true.`,
    todayHref: exchange.path,
    backHref: asked.link(kind.back(of)),
  });
  return page({
    title,
    content,
    section: kind.section,
    breadcrumbs: kind.breadcrumbs(of),
    dateBar: asked.dateBar,
  });
};
