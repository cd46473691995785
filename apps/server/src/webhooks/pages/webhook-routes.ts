import type { Failure } from '@trackrecord/application';
import { deliveryHref, noErrors, webhookHref } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { saidOnPage, type SignedIn, signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { namedDelivery, namedWebhook } from '../named-webhook.ts';
import { renewHere } from '../own-secrets.ts';
import { removeHere, resumeWebhook, sendAgain, sendTest } from '../webhook-changes.ts';
import type { WebhookOverview } from '../webhook-overview.ts';
import { register, shownForm } from './new-webhook.ts';
import {
  listHref,
  madeSecret,
  shownDelivery,
  shownWebhook,
  shownWebhooks,
} from './show-webhooks.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** What a button of a webhook's page does; gives what is said of it afterwards. */
type Act = (desk: Desk, who: SignedIn, webhook: WebhookOverview) => TE.TaskEither<Failure, string>;

const test: Act = (desk, _who, webhook) =>
  pipe(
    sendTest(desk, webhook),
    TE.map(() => 'A test is on its way. What comes of it stands with the deliveries.'),
  );

const renew: Act = (desk, who, { id }) =>
  pipe(
    renewHere(desk)(id, saidOnPage(desk, who)),
    TE.map(({ secret }) => {
      desk.shownOnce.keep(who.session, madeSecret(id), secret);
      desk.webhooks.ring();
      return 'The webhook has a new secret.';
    }),
  );

const resume: Act = (desk, _who, webhook) =>
  pipe(
    resumeWebhook(desk, webhook),
    TE.map(() => 'What is recorded from now on is sent again.'),
  );

const remove: Act = (desk, who, { id }) =>
  pipe(
    removeHere(desk)(id, saidOnPage(desk, who)),
    TE.map(() => 'The webhook is removed.'),
  );

const acting =
  (act: Act) =>
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('webhook', () => namedWebhook(desk, exchange.params)),
      TE.bind('text', ({ who, webhook }) => act(desk, who, webhook)),
      TE.map(({ webhook, text }) =>
        redirect(webhookHref(webhook.id), [leaveNotice({ kind: 'success', text })]),
      ),
    );

const again =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      namedWebhook(desk, exchange.params),
      TE.bindTo('webhook'),
      TE.bind('delivery', () => namedDelivery(desk, exchange.params)),
      TE.chainFirst(({ webhook, delivery }) => sendAgain(desk, webhook, delivery)),
      TE.map(({ webhook, delivery }) =>
        redirect(deliveryHref(webhook.id, delivery.number), [
          leaveNotice({ kind: 'success', text: 'It is on its way again.' }),
        ]),
      ),
    );

const seen = { method: 'GET', audience: 'people', may: 'oversee' } as const;
const forAdministrators = { audience: 'people', may: 'administer' } as const;
const one = `${listHref}/:webhook`;
const delivery = `${one}/deliveries/:delivery`;

const acts: Readonly<Record<string, Act>> = { test, secret: renew, resume, remove };

/** Webhooks: who oversees sees them and their deliveries; administrators register and end them. */
export const webhookRoutes: ReadonlyArray<Route> = [
  { ...seen, path: listHref, answer: shownWebhooks },
  {
    ...forAdministrators,
    method: 'GET',
    path: `${listHref}/new`,
    answer: (desk) => (exchange) => shownForm(desk, exchange, 200, noErrors),
  },
  { ...forAdministrators, method: 'POST', path: `${listHref}/new`, answer: register },
  { ...seen, path: one, answer: shownWebhook },
  ...Object.entries(acts).map(([name, act]): Route => ({
    ...forAdministrators,
    method: 'POST',
    path: `${one}/${name}`,
    answer: acting(act),
  })),
  { ...seen, path: delivery, answer: shownDelivery },
  { ...forAdministrators, method: 'POST', path: `${delivery}/again`, answer: again },
];
