import { type Done, type Failure, streamOf } from '@trackrecord/application';
import {
  AccessId,
  NewsKind,
  PlanId,
  WebhookAddress,
  WebhookId,
  WebhookName,
} from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { registerHere, renewHere } from '../../webhooks/own-secrets.ts';
import { namedDelivery, namedWebhook } from '../../webhooks/named-webhook.ts';
import { removeHere, resumeWebhook, sendAgain, sendTest } from '../../webhooks/webhook-changes.ts';
import { done, DoneCodec } from '../answers/done-codec.ts';
import { nullable } from '../answers/nullable.ts';
import { DeliveryCodec } from '../answers/webhook-codec.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { deskFor, didBefore, onceOnly } from '../once-only.ts';
import { saidBy } from './on-account.ts';

const tag = 'Webhooks';
const may = 'administer';

/** What is to be unique, so that a repeated request makes it again: the id of a webhook, the mark of a secret. */
const repeatedIds = ({ desk, repeatable }: Changing, purpose: string): (() => AccessId) => {
  if (repeatable === undefined) return desk.ids.accessId;
  const id = `a-${repeatable.idFor(purpose).slice(0, 13)}`;
  if (AccessId.is(id)) return () => id;
  throw new Error(`${id} is no id`);
};

/** The desk with ids that a repeated request makes again. */
const repeatableDesk = (changing: Changing, purpose: string) => {
  const desk = deskFor(changing);
  return {
    ...desk,
    ids: { ...desk.ids, accessId: repeatedIds(changing, purpose) },
    mayCall: desk.webhooks.mayCall,
  };
};

const WithSecret = t.type(
  { ...done, webhook: WebhookId, secret: nullable(t.string) },
  'WebhookSecret',
);
type WithSecret = t.TypeOf<typeof WithSecret>;

const asWebhook = (id: string): WebhookId => {
  if (WebhookId.is(id)) return id;
  throw new Error(`${id} is no id of a webhook`);
};

const webhookIn = ({ exchange: { params } }: Changing): WebhookId =>
  asWebhook(params['webhook'] ?? '');

/** Does something that makes a secret: told once, and not to who asks the same again. */
const withSecret = (
  changing: Changing,
  webhook: WebhookId,
  make: () => TE.TaskEither<Failure, WithSecret>,
): TE.TaskEither<Failure, WithSecret> =>
  pipe(
    didBefore(changing, streamOf('webhook', webhook), changing.repeatable?.commandId),
    TE.chain((before: Done | undefined) =>
      before === undefined ? make() : TE.right({ ...before, webhook, secret: null }),
    ),
    TE.map((made) => {
      changing.desk.webhooks.ring();
      return made;
    }),
  );

const register: Endpoint = change({
  operationId: 'registerWebhook',
  method: 'POST',
  path: '/webhooks',
  summary: 'Have news sent to an address',
  description:
    'Of one plan or of every plan, from now on, by the node that is asked. The secret that messages are signed with is told this once: sent again, the request is answered without it. The words that people write are sent along only with "withText".',
  tag,
  may,
  asks: t.intersection([
    t.type({ name: WebhookName, address: WebhookAddress, kinds: t.readonlyArray(NewsKind) }),
    t.partial({ plan: PlanId, withText: t.boolean }),
  ]),
  example: {
    name: 'Case system',
    address: 'https://cases.harbour.example/trackrecord',
    kinds: ['update.owed', 'rating.changed'],
    plan: 'harbour',
  },
  answers: WithSecret,
  change: (changing, { plan, withText = false, ...asked }) => {
    const desk = repeatableDesk(changing, 'webhook');
    const id = desk.ids.accessId();
    const webhook = asWebhook(`w${id.slice(1)}`);
    return withSecret(changing, webhook, () =>
      pipe(
        saidBy(changing),
        TE.chain((said) =>
          registerHere({ ...desk, ids: { ...desk.ids, accessId: () => id } })(
            { ...asked, plan, withText },
            said,
          ),
        ),
      ),
    );
  },
});

const renew: Endpoint = change({
  operationId: 'renewWebhookSecret',
  method: 'POST',
  path: '/webhooks/{webhook}/secret',
  summary: 'Give a webhook another secret',
  description:
    'Told this once. For 24 hours messages are signed by both. The node that is asked sends from now on, whichever did before.',
  tag,
  may,
  asks: t.type({}),
  example: { why: 'The receiver was moved' },
  answers: WithSecret,
  change: (changing) => {
    const webhook = webhookIn(changing);
    return withSecret(changing, webhook, () =>
      pipe(
        saidBy(changing),
        TE.chain((said) => renewHere(repeatableDesk(changing, 'secret'))(webhook, said)),
      ),
    );
  },
});

const remove: Endpoint = change({
  operationId: 'removeWebhook',
  method: 'POST',
  path: '/webhooks/{webhook}/removal',
  summary: 'Remove a webhook',
  description: 'For good: nothing is sent to it any more, also not what still waits.',
  tag,
  may,
  asks: t.type({}),
  example: { why: 'The receiver is no longer used' },
  answers: DoneCodec,
  change: (changing) =>
    onceOnly(
      changing,
      streamOf('webhook', webhookIn(changing)),
      pipe(
        saidBy(changing),
        TE.chain((said) => removeHere(deskFor(changing))(webhookIn(changing), said)),
      ),
    ),
});

const delivered = (
  { desk, exchange: { params } }: Changing,
  number: number,
): ReturnType<typeof namedDelivery> => namedDelivery(desk, { ...params, delivery: String(number) });

const test: Endpoint = change({
  operationId: 'testWebhook',
  method: 'POST',
  path: '/webhooks/{webhook}/test',
  summary: 'Send a test',
  description: 'Signed and on record as all else; news of nothing. It is sent at once.',
  tag,
  may,
  asks: t.type({}),
  answers: DeliveryCodec,
  change: (changing) =>
    pipe(
      namedWebhook(changing.desk, changing.exchange.params),
      TE.chain((webhook) => sendTest(changing.desk, webhook)),
      TE.chain((number) => delivered(changing, number)),
    ),
});

const again: Endpoint = change({
  operationId: 'sendDeliveryAgain',
  method: 'POST',
  path: '/webhooks/{webhook}/deliveries/{delivery}/repetition',
  summary: 'Send a delivery again',
  description: 'With the id that it had: a receiver that has it already can tell.',
  tag,
  may,
  asks: t.type({}),
  answers: DeliveryCodec,
  change: ({ desk, exchange: { params } }) =>
    pipe(
      namedWebhook(desk, params),
      TE.bindTo('webhook'),
      TE.bind('delivery', () => namedDelivery(desk, params)),
      TE.chain(({ webhook, delivery }) => sendAgain(desk, webhook, delivery)),
      TE.chain(() => namedDelivery(desk, params)),
    ),
});

const resume: Endpoint = change({
  operationId: 'resumeWebhook',
  method: 'POST',
  path: '/webhooks/{webhook}/resumption',
  summary: 'Say that a receiver is there again',
  description:
    'Of one that answered 410 Gone: what is recorded from now on is sent to it again. There is no telling what it missed.',
  tag,
  may,
  asks: t.type({}),
  answers: t.type({ webhook: WebhookId }, 'WebhookResumed'),
  change: ({ desk, exchange: { params } }) =>
    pipe(
      namedWebhook(desk, params),
      TE.chainFirst((webhook) => resumeWebhook(desk, webhook)),
      TE.map(({ id }) => ({ webhook: id })),
    ),
});

/** Every change of webhooks and their deliveries. */
export const webhookEndpoints: ReadonlyArray<Endpoint> = [
  register,
  renew,
  remove,
  test,
  again,
  resume,
];
