import { WebhookId } from '@trackrecord/domain';
import { type WebhookState, webhookStateOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { accessDate } from '../access/load-access.ts';
import { type Failure, storage } from '../failure.ts';
import { idIn, streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** A webhook as it stands today; `none` where there is none. */
export const loadWebhook = (
  deps: Readable,
  id: WebhookId,
): E.Either<Failure, O.Option<WebhookState>> =>
  pipe(
    deps.views.head(),
    E.chain((knownAt) =>
      deps.views.cutOf(streamOf('webhook', id), { asOf: accessDate(deps), knownAt }),
    ),
    E.bimap(storage, (cut) => webhookStateOf(id, cut)),
  );

/** Every webhook as it stands today, removed ones too, in the order in which they were registered. */
export const loadWebhooks = (deps: Readable): E.Either<Failure, ReadonlyArray<WebhookState>> =>
  pipe(
    deps.views.listStreams('webhook'),
    E.mapLeft(storage),
    E.chain((streams) =>
      pipe(
        streams.map(idIn).filter(WebhookId.is),
        E.traverseArray((id) => loadWebhook(deps, id)),
      ),
    ),
    E.map((found) => RA.compact(found).toSorted((a, b) => a.registeredAt - b.registeredAt)),
  );
