import type { News } from '@trackrecord/application';
import { createHash } from 'node:crypto';
import type { NewDelivery } from '../store/webhook-store.ts';

/** How a message is written: where people find what it is about, and whether with the words that they wrote. */
export type Writing = Readonly<{ publicUrl: URL; withText: boolean }>;

const pageOf = ({ plan, action }: News, { publicUrl }: Writing): string =>
  new URL(
    `/plans/${encodeURIComponent(plan.id)}/actions/${encodeURIComponent(action.ref)}`,
    publicUrl,
  ).href;

/** The same for the same news, on whichever node and however often: receivers tell by it what they have had. */
export const newsId = ({ event, kind, action }: News): string =>
  `msg_${createHash('sha256').update(`${event}\n${kind}\n${action.id}`).digest('base64url').slice(0, 27)}`;

const dataOf = (news: News, writing: Writing) => ({
  plan: news.plan,
  action: { ref: news.action.ref, title: news.action.title },
  by: news.by,
  ...(news.owed === null
    ? {}
    : { owedBy: news.owed.by, dueOn: news.owed.dueOn, reason: news.owed.reason }),
  rating: news.rating,
  effectiveOn: news.effectiveOn,
  ordinal: news.ordinal,
  event: news.event,
  url: pageOf(news, writing),
  ...(writing.withText ? { text: news.text } : {}),
});

/** News as it is sent: a type, when it was recorded, and data. */
export const deliveryOf = (news: News, writing: Writing): NewDelivery => ({
  news: newsId(news),
  type: news.kind,
  about: `Action ${news.action.ref}, ${news.plan.title}`,
  body: JSON.stringify({
    type: news.kind,
    timestamp: news.recordedAt,
    data: dataOf(news, writing),
  }),
});

/** What is sent for a try: signed and recorded like all else, and news of nothing. */
export const testDelivery = (
  id: string,
  webhook: Readonly<{ id: string; name: string }>,
  now: string,
): NewDelivery => ({
  news: `msg_${id}`,
  type: 'test',
  about: 'A test',
  body: JSON.stringify({ type: 'test', timestamp: now, data: { webhook } }),
});
