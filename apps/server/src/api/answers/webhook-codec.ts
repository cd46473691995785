import { NewsKind, PlanId, WebhookAddress, WebhookId, WebhookName } from '@trackrecord/domain';
import { Instant, LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import type { Attempt, Delivery } from '../../store/webhook-store.ts';
import type { WebhookOverview } from '../../webhooks/webhook-overview.ts';
import { nullable } from './nullable.ts';
import { NamedPartyCodec } from './owed-codec.ts';

/** A webhook with how its deliveries fare at the node that was asked; nothing of its secret. */
export const WebhookCodec: t.Type<WebhookOverview, unknown, unknown> = t.type(
  {
    id: WebhookId,
    name: WebhookName,
    address: WebhookAddress,
    kinds: t.readonlyArray(NewsKind),
    plan: nullable(PlanId),
    withText: t.boolean,
    registeredBy: NamedPartyCodec,
    registeredOn: LocalDate,
    recordedAt: Instant,
    removedOn: nullable(LocalDate),
    sentFromHere: t.boolean,
    goneAt: nullable(t.string),
    waiting: t.number,
    givenUp: t.number,
    lastTriedAt: nullable(t.string),
    lastTakenAt: nullable(t.string),
    failingSince: nullable(t.string),
    lastError: nullable(t.string),
  },
  'Webhook',
);

const delivery = {
  number: t.number,
  webhook: t.string,
  news: t.string,
  type: t.string,
  about: t.string,
  body: t.string,
  madeAt: t.string,
  state: t.keyof({ waiting: null, taken: null, 'given up': null, stopped: null }),
  tries: t.number,
  nextAt: nullable(t.string),
  endedAt: nullable(t.string),
};

export const DeliveryCodec: t.Type<Delivery, unknown, unknown> = t.type(delivery, 'Delivery');

const AttemptCodec: t.Type<Attempt, unknown, unknown> = t.type(
  {
    at: t.string,
    result: nullable(t.keyof({ taken: null, failed: null, cut: null })),
    took_ms: nullable(t.number),
    status: nullable(t.number),
    error: nullable(t.string),
    answer: nullable(t.string),
  },
  'DeliveryTry',
);

/** A delivery with every try of it. */
export type DeliveryWithTries = Delivery & Readonly<{ attempts: ReadonlyArray<Attempt> }>;

export const DeliveryWithTriesCodec: t.Type<DeliveryWithTries, unknown, unknown> = t.type(
  { ...delivery, attempts: t.readonlyArray(AttemptCodec) },
  'DeliveryWithTries',
);
