import { field } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PlanId, Ref, WebhookAddress, WebhookName } from '../words.ts';

/** A webhook as the subject of its own stream. */
export const webhook = 'webhook';
export const webhookExists = field('exists', t.literal(true));
export const webhookName = field('name', WebhookName);
/** Where news is sent to. */
export const webhookAddress = field('address', WebhookAddress);

/** What there is news of. */
export const NewsKind = t.keyof(
  { 'update.owed': null, 'update.given': null, 'rating.changed': null },
  'NewsKind',
);
export type NewsKind = t.TypeOf<typeof NewsKind>;

/** Which news is wanted: of which kinds, with the words that people wrote or without, of one plan or of every plan. */
export const WantedNews = t.intersection(
  [t.type({ kinds: t.readonlyArray(NewsKind), withText: t.boolean }), t.partial({ plan: PlanId })],
  'WantedNews',
);
export type WantedNews = t.TypeOf<typeof WantedNews>;
export const webhookNews = field('news', WantedNews);

/** Which secret counts, where it is not the first: nothing of any secret, only what tells one from the next. */
export const webhookSecret = field('secret', Ref);
export const webhookRemoved = field('removed', t.literal(true));
