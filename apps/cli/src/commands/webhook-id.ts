import { type Failure, invalid } from '@trackrecord/application';
import { WebhookId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';

export const parseWebhookId = (text: string): E.Either<Failure, WebhookId> =>
  WebhookId.is(text)
    ? E.right(text)
    : E.left(invalid(`"${text}" is no id of a webhook; "trackrecord webhook list" lists them.`));
