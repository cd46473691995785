import {
  type NewsKind,
  type PlanId,
  webhook,
  type WebhookAddress,
  type WebhookId,
  type WebhookName,
  webhookNews,
} from '@trackrecord/domain';
import type { Instant, LocalDate } from '@trackrecord/kernel';
import type { WebhookState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing, storage } from '../failure.ts';
import type { AssertionRecord } from '../ports/views.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { loadWebhooks } from './load-webhooks.ts';

/** A webhook as it stands today; nothing of its secret. */
export type WebhookAnswer = Readonly<{
  id: WebhookId;
  name: WebhookName;
  address: WebhookAddress;
  kinds: ReadonlyArray<NewsKind>;
  /** `null`: every plan. */
  plan: PlanId | null;
  /** Whether the words that people write are sent along. */
  withText: boolean;
  registeredBy: NamedParty;
  registeredOn: LocalDate;
  recordedAt: Instant;
  /** Since when nothing is sent any more; `null` while it is. */
  removedOn: LocalDate | null;
}>;

type Registered = Readonly<{ state: WebhookState; record: AssertionRecord }>;

/** A webhook with the record of its registration, which every one has. */
const registered =
  ({ views }: Readable) =>
  (state: WebhookState): E.Either<Failure, Registered> =>
    pipe(
      views.head(),
      E.chain((head) =>
        views.recordsOf(streamOf('webhook', state.id), head, {
          subject: webhook,
          field: webhookNews.name,
        }),
      ),
      E.mapLeft(storage),
      E.chain(([record]) =>
        record === undefined
          ? E.left(missing(`Nothing says who registered the webhook ${state.id}.`))
          : E.right({ state, record }),
      ),
    );

/** Every webhook, removed ones too, in the order in which they were registered. */
export const webhooksAnswer = (deps: Readable): E.Either<Failure, ReadonlyArray<WebhookAnswer>> =>
  pipe(
    E.Do,
    E.bind('webhooks', () => pipe(loadWebhooks(deps), E.chain(E.traverseArray(registered(deps))))),
    E.bind('directory', ({ webhooks }) =>
      loadParties(
        deps,
        webhooks.map(({ record }) => record.recordedBy.party),
      ),
    ),
    E.map(({ webhooks, directory }) =>
      webhooks.map(({ state: { id, name, address, news, removedOn }, record }) => ({
        id,
        name,
        address,
        kinds: news.kinds,
        plan: news.plan ?? null,
        withText: news.withText,
        registeredBy: namedParty(directory)(record.recordedBy.party),
        registeredOn: record.effectiveOn,
        recordedAt: record.recordedAt,
        removedOn,
      })),
    ),
  );
