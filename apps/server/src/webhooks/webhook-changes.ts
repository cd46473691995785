import {
  type Failure,
  invalid,
  removeWebhook,
  type Said,
  type Writable,
} from '@trackrecord/application';
import type { WebhookId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Delivery } from '../store/webhook-store.ts';
import { testDelivery } from './news-body.ts';
import type { WebhookOverview } from './webhook-overview.ts';

type Sending = Pick<Desk, 'store' | 'clock' | 'webhooks' | 'random'>;

/** A webhook that this server sends news to, now. */
const sending = ({
  sentFromHere,
  goneAt,
  removedOn,
}: WebhookOverview): TE.TaskEither<Failure, null> => {
  if (removedOn !== null) return TE.left(invalid(`The webhook is removed since ${removedOn}.`));
  if (!sentFromHere)
    return TE.left(
      invalid('Another server sends to it, or its secret was lost: make a new secret first.'),
    );
  return goneAt === null
    ? TE.right(null)
    : TE.left(invalid('Its receiver said that it is gone: say first that it is there again.'));
};

/** Has a test sent, on record as all else; gives the delivery's number. */
export const sendTest = (
  { store, clock, webhooks, random }: Sending,
  webhook: WebhookOverview,
): TE.TaskEither<Failure, number> => {
  const { id, name } = webhook;
  const now = clock.now();
  const delivery = testDelivery(Buffer.from(random(20)).toString('base64url'), { id, name }, now);
  return pipe(
    sending(webhook),
    TE.chain(() => store.webhooks.addDelivery(id, delivery, now)),
    TE.map((number) => {
      webhooks.ring();
      return number;
    }),
  );
};

/** Has a delivery sent again, with the id that it had. */
export const sendAgain = (
  { store, clock, webhooks }: Sending,
  webhook: WebhookOverview,
  { number }: Delivery,
): TE.TaskEither<Failure, void> =>
  pipe(
    sending(webhook),
    TE.chain(() => store.webhooks.again(number, clock.now())),
    TE.map(() => {
      webhooks.ring();
    }),
  );

/** Says that a receiver which was gone is there again. */
export const resumeWebhook = (
  { store, webhooks }: Sending,
  { id }: WebhookOverview,
): TE.TaskEither<Failure, void> =>
  pipe(
    store.webhooks.resume(id),
    TE.map(() => {
      webhooks.ring();
    }),
  );

/** Removes a webhook: what waits at this server is stopped, and its secret forgotten. */
export const removeHere =
  (desk: Writable & Pick<Desk, 'store'>) => (webhook: WebhookId, said: Said) =>
    pipe(
      removeWebhook(desk)(webhook, said),
      TE.chainFirst(() => desk.store.webhooks.retire(webhook, desk.clock.now())),
    );
