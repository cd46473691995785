import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Requirement, Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import type { AnyKind, AnyPlace, ChangeForm, FormKind, FormPlace } from './change-form.ts';
import { openedForm, sentForm } from './filled.ts';
import { kindInPlan } from './kind-in-plan.ts';
import { takeChangeForm } from './send-change-form.ts';
import { changeFormReply, opened, readOnlyReply } from './show-change-form.ts';

const show =
  <Of extends AnyPlace, Make>(kind: AnyKind<Of, Make>, form: ChangeForm<Of, Make>) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      kind.placed(desk, exchange, openedForm(exchange.query)),
      TE.chain((of) =>
        isOnToday(of.asked.question, of.today)
          ? changeFormReply(kind, form)(desk, exchange, of, opened)
          : TE.right(readOnlyReply(kind, form, exchange, of)),
      ),
    );

const take =
  <Of extends AnyPlace, Make>(kind: AnyKind<Of, Make>, form: ChangeForm<Of, Make>) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> => {
    const placed = kind.placed(desk, exchange, sentForm(exchange.form));
    return pipe(
      placed,
      TE.chain((of) =>
        isOnToday(of.asked.question, of.today)
          ? takeChangeForm({ kind, form, desk, exchange }, placed, of)
          : TE.right(readOnlyReply(kind, form, exchange, of)),
      ),
    );
  };

/**
 * A form's two routes: where it is opened, and where it is sent.
 * @param may who may, where the form itself does not say all of it
 */
export const formRoutes =
  <Of extends AnyPlace, Make>(kind: AnyKind<Of, Make>, may?: Requirement) =>
  (form: ChangeForm<Of, Make>): ReadonlyArray<Route> => {
    const shared = {
      path: `${kind.base}/${form.name}`,
      audience: 'people',
      may: may ?? form.may,
    } as const;
    return [
      { ...shared, method: 'GET', answer: show(kind, form) },
      { ...shared, method: 'POST', answer: take(kind, form) },
    ];
  };

/** The same of a form about something in a plan. */
export const changeRoutes = <Of extends FormPlace, Make>(
  kind: FormKind<Of, Make>,
): ((form: ChangeForm<Of, Make>) => ReadonlyArray<Route>) => formRoutes(kindInPlan(kind));
