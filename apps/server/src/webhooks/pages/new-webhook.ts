import { type Failure, invalid } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { type FormErrors, newWebhookPage, webhookHref } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { planChoices } from '../../access/pages/plan-choices.ts';
import { emptyIn, orShowAgain, refusedStatus } from '../../access/pages/refused-form.ts';
import { saidOnPage, signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange, Fields } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { page } from '../../pages/page-reply.ts';
import { registerHere } from '../own-secrets.ts';
import { listHref, madeSecret } from './show-webhooks.ts';

type Answer = TE.TaskEither<Failure, Reply>;

export const shownForm = (
  desk: Desk,
  exchange: Exchange,
  status: number,
  errors: FormErrors,
): Answer =>
  pipe(
    planChoices(desk),
    TE.bindTo('plans'),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ plans, csrfToken }): Reply => {
      const { form } = exchange;
      const typed = (name: string): string => form.one(name) ?? '';
      const { title, content } = newWebhookPage({
        csrfToken: csrfToken ?? '',
        form: {
          name: typed('name'),
          address: typed('address'),
          kinds: form.all('kinds'),
          plan: typed('plan'),
          withText: typed('withText') === 'yes',
          why: typed('why'),
        },
        plans,
        errors,
      });
      return page(
        {
          title,
          content,
          errors,
          section: 'administration',
          breadcrumbs: [{ text: 'Webhooks', href: listHref }],
        },
        status,
      );
    }),
  );

const required = {
  name: 'Enter what the webhook is called.',
  address: 'Enter which address is called.',
  kinds: 'Choose which news is sent.',
};

const planIn = (form: Fields): E.Either<Failure, PlanId | undefined> => {
  const text = form.one('plan');
  return text === undefined || PlanId.is(text)
    ? E.right(text)
    : E.left(invalid(`"${text}" is no plan: choose one from the list, or every plan.`, 'plan'));
};

/** Registers what the form says. The secret is shown once, on the webhook's own page. */
export const register =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const { form } = exchange;
    const empty = emptyIn(form, required);
    if (empty.length > 0) return shownForm(desk, exchange, refusedStatus, empty);
    return pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('plan', () => TE.fromEither(planIn(form))),
      TE.bind('made', ({ who, plan }) =>
        registerHere({ ...desk, mayCall: desk.webhooks.mayCall })(
          {
            name: form.one('name') ?? '',
            address: form.one('address') ?? '',
            kinds: form.all('kinds'),
            plan,
            withText: form.one('withText') === 'yes',
          },
          saidOnPage(desk, who, form.one('why')),
        ),
      ),
      TE.map(({ who, made }) => {
        desk.shownOnce.keep(who.session, madeSecret(made.webhook), made.secret);
        desk.webhooks.ring();
        const text = 'The webhook is registered.';
        return redirect(webhookHref(made.webhook), [leaveNotice({ kind: 'success', text })]);
      }),
      orShowAgain(['name', 'address', 'kinds', 'plan', 'withText', 'why'], (errors) =>
        shownForm(desk, exchange, refusedStatus, errors),
      ),
    );
  };
