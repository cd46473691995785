import type { Failure } from '@trackrecord/application';
import type * as TE from 'fp-ts/lib/TaskEither.js';

type Kept<A> = TE.TaskEither<Failure, A>;

/** How far a webhook has followed the log: an ordinal, and the log's own position there. */
export type NewsPlace = Readonly<{ position: string | undefined; ordinal: number }>;

/** What a node needs to send a webhook's news. Instants, as all times here. */
export type KeptWebhook = Readonly<{
  webhook: string;
  secret: string;
  /** Which of the webhook's secrets this is: the log says which one counts. */
  mark: string;
  /** The secret before, by which receivers may still check for a while. */
  former: Readonly<{ secret: string; until: string }> | undefined;
  place: NewsPlace;
  /** Since when its receiver says that it is gone; `undefined` while it does not. */
  goneAt: string | undefined;
}>;

/** `stopped`: nobody is to have it any more, or the receiver is gone. */
export type DeliveryState = 'waiting' | 'taken' | 'given up' | 'stopped';

/** A piece of news for one webhook. */
export type NewDelivery = Readonly<{
  /** Its id, by which receivers tell that they have had it: the same however often it is sent. */
  news: string;
  type: string;
  /** What it is about, in words for people who look after webhooks. */
  about: string;
  body: string;
}>;

export type Delivery = NewDelivery &
  Readonly<{
    number: number;
    webhook: string;
    madeAt: string;
    state: DeliveryState;
    /** How often it was tried since it was made, or since somebody had it sent again. */
    tries: number;
    nextAt: string | null;
    endedAt: string | null;
  }>;

/** What came of a try; `null` while it goes on, and where the server ended before it knew. */
export type AttemptResult = 'taken' | 'failed' | 'cut';

export type Attempt = Readonly<{
  at: string;
  result: AttemptResult | null;
  took_ms: number | null;
  status: number | null;
  error: string | null;
  /** The beginning of what was answered. */
  answer: string | null;
}>;

/** What becomes of a delivery by a try. */
export type Outcome = Readonly<{
  result: AttemptResult;
  took_ms: number;
  status: number | null;
  error: string | null;
  answer: string | null;
  state: DeliveryState;
  tries: number;
  /** When it is tried again, or when it ended. */
  at: string;
}>;

export type WebhookHealth = Readonly<{
  waiting: number;
  givenUp: number;
  /** The last try that came to an end; `null` where there was none. */
  lastTriedAt: string | null;
  lastTakenAt: string | null;
  /** The first failure since anything was taken; `null` where there is none. */
  failingSince: string | null;
  lastError: string | null;
}>;

/** What is kept of webhooks: their secrets, how far each has followed the log, and every delivery. */
export type WebhookStore = Readonly<{
  /**
   * Keeps a webhook's secret. Of one that is there already the place stays, and its secret becomes the former one
   * until `formerUntil`.
   */
  keepSecret: (
    kept: Pick<KeptWebhook, 'webhook' | 'secret' | 'mark' | 'place'>,
    formerUntil: string,
  ) => Kept<void>;
  list: () => Kept<ReadonlyArray<KeptWebhook>>;
  lookup: (webhook: string) => Kept<KeptWebhook | undefined>;
  /** Takes news in and moves the webhook's place, both or neither; what is there already stays as it is. */
  takeNews: (
    webhook: string,
    news: ReadonlyArray<NewDelivery>,
    place: NewsPlace,
    now: string,
  ) => Kept<void>;
  /** Takes in what is no news of the log: a test. Gives its number. */
  addDelivery: (webhook: string, delivery: NewDelivery, now: string) => Kept<number>;
  /** The earliest made that is to be sent by now. */
  lookupDue: (webhook: string, now: string) => Kept<Delivery | undefined>;
  /** When the next one of these webhooks is to be sent. */
  nextDue: (webhooks: ReadonlyArray<string>) => Kept<string | undefined>;
  /** Notes that a try begins; gives its number. */
  begin: (delivery: number, now: string) => Kept<number>;
  end: (delivery: number, attempt: number, outcome: Outcome) => Kept<void>;
  /** Has one sent again, as if it had not been tried. */
  again: (delivery: number, now: string) => Kept<void>;
  /** Its receiver is gone: what waits is stopped. */
  markGone: (webhook: string, now: string) => Kept<void>;
  /** Its receiver is there again. */
  resume: (webhook: string) => Kept<void>;
  /** Forgets the secret of a webhook that was removed, and stops what waits. */
  retire: (webhook: string, now: string) => Kept<void>;
  /** Deliveries of a webhook, the newest first, from below a number. */
  listDeliveries: (webhook: string, limit: number, below?: number) => Kept<ReadonlyArray<Delivery>>;
  lookupDelivery: (delivery: number) => Kept<Delivery | undefined>;
  /** The tries of a delivery, in order. */
  listAttempts: (delivery: number) => Kept<ReadonlyArray<Attempt>>;
  healthOf: (webhook: string) => Kept<WebhookHealth>;
  /** Forgets deliveries that ended before an instant. */
  sweep: (before: string) => Kept<void>;
}>;
