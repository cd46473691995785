import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { namedDelivery, namedWebhook } from '../../webhooks/named-webhook.ts';
import { webhookOverviews } from '../../webhooks/webhook-overview.ts';
import { DeliveryCodec, DeliveryWithTriesCodec, WebhookCodec } from '../answers/webhook-codec.ts';
import type { Endpoint } from '../endpoint.ts';
import { both, noParams, param, type Params } from '../params.ts';
import { question } from '../question.ts';

const mostAtOnce = 500;

const wholeNumber = <A>(
  documented: Readonly<{ name: string; description: string; most: number }>,
  as: (value: number | undefined) => A,
): Params<A> =>
  param(
    {
      name: documented.name,
      description: documented.description,
      schema: { type: 'integer', minimum: 1, maximum: documented.most },
    },
    (text): E.Either<string, number | undefined> => {
      if (text === undefined) return E.right(undefined);
      const value = /^[1-9]\d{0,15}$/u.test(text) ? Number(text) : 0;
      return value >= 1 && value <= documented.most
        ? E.right(value)
        : E.left(
            `"${text.slice(0, 80)}" is not accepted; accepted are whole numbers from 1 to ${documented.most}.`,
          );
    },
    as,
  );

const pages = both(
  wholeNumber(
    {
      name: 'below',
      description: 'Only deliveries below this number: the last of the page before.',
      most: Number.MAX_SAFE_INTEGER,
    },
    (below) => ({ below }),
  ),
  wholeNumber(
    { name: 'limit', description: 'How many at most; 100 where it is left out.', most: mostAtOnce },
    (limit = 100) => ({ limit }),
  ),
);

const tag = 'Webhooks';
/** As who was let in: auditors of every plan see it too. */
const may = 'oversee';

/** Webhooks and their deliveries, as the node that is asked has them. */
export const webhookQuestions: ReadonlyArray<Endpoint> = [
  question({
    operationId: 'listWebhooks',
    path: '/webhooks',
    summary: 'List webhooks',
    description:
      'Removed ones too, with how their deliveries fare at this node; nothing of their secrets.',
    tag,
    may,
    query: noParams,
    answers: t.readonlyArray(WebhookCodec),
    ask: ({ desk }) =>
      pipe(
        webhookOverviews(desk),
        TE.map((answer) => ({ answer })),
      ),
  }),
  question({
    operationId: 'listDeliveries',
    path: '/webhooks/{webhook}/deliveries',
    summary: 'List a webhook’s deliveries',
    description:
      'The newest first, as this node has them: they are on record for 60 days after they ended.',
    tag,
    may,
    query: pages,
    answers: t.readonlyArray(DeliveryCodec),
    ask: ({ desk, exchange }, { below, limit }) =>
      pipe(
        namedWebhook(desk, exchange.params),
        TE.chain(({ id }) => desk.store.webhooks.listDeliveries(id, limit, below)),
        TE.map((answer) => ({ answer })),
      ),
  }),
  question({
    operationId: 'getDelivery',
    path: '/webhooks/{webhook}/deliveries/{delivery}',
    summary: 'Get a delivery',
    description: 'With every try of it: when, what came of it, and the beginning of the answer.',
    tag,
    may,
    query: noParams,
    answers: DeliveryWithTriesCodec,
    ask: ({ desk, exchange }) =>
      pipe(
        namedDelivery(desk, exchange.params),
        TE.bindTo('delivery'),
        TE.bind('attempts', ({ delivery }) => desk.store.webhooks.listAttempts(delivery.number)),
        TE.map(({ delivery, attempts }) => ({ answer: { ...delivery, attempts } })),
      ),
  }),
];
