import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedPlan } from '../asked-plan.ts';
import type { ChangeForm, FormKind, FormPlace } from './change-form.ts';
import { type Filled, openedForm, sentForm } from './filled.ts';
import { partyChoices } from './party-choices.ts';
import { takeChangeForm } from './send-change-form.ts';
import { changeFormReply, opened, readOnlyReply } from './show-change-form.ts';

/** The thing that a form is about, as the log stands by now. */
const placedBy =
  <Of extends FormPlace, On>(kind: FormKind<Of, On>, desk: Desk, exchange: Exchange) =>
  (filled: Filled): TE.TaskEither<Failure, Of> =>
    pipe(
      askedPlan(desk)(exchange, kind.subject(exchange)),
      TE.chainEitherK((asked) =>
        pipe(
          partyChoices(desk, asked.answer.ordinal),
          E.chain((parties) =>
            kind.place(desk, exchange, {
              asked,
              today: asked.dateBar.today,
              filled,
              parties,
            }),
          ),
        ),
      ),
    );

const show =
  <Of extends FormPlace, On>(kind: FormKind<Of, On>, form: ChangeForm<Of, On>) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      placedBy(kind, desk, exchange)(openedForm(exchange.query)),
      TE.chain((of) =>
        isOnToday(of.asked.question, of.today)
          ? changeFormReply(kind, form)(desk, exchange, of, opened)
          : TE.right(readOnlyReply(kind, form, exchange, of)),
      ),
    );

const take =
  <Of extends FormPlace, On>(kind: FormKind<Of, On>, form: ChangeForm<Of, On>) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> => {
    const placed = placedBy(kind, desk, exchange)(sentForm(exchange.form));
    return pipe(
      placed,
      TE.chain((of) => takeChangeForm({ kind, form, desk, exchange }, placed, of)),
    );
  };

/** A form's two routes: where it is opened, and where it is sent. */
export const changeRoutes =
  <Of extends FormPlace, On>(kind: FormKind<Of, On>) =>
  (form: ChangeForm<Of, On>): ReadonlyArray<Route> => {
    const path = `${kind.base}/${form.name}`;
    const { may } = form;
    return [
      { method: 'GET', path, audience: 'people', may, answer: show(kind, form) },
      { method: 'POST', path, audience: 'people', may, answer: take(kind, form) },
    ];
  };
