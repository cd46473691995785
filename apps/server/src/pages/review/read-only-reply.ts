import { readOnlyPage, ukDate } from '@trackrecord/pages';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { AskedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { reviewCrumbs } from './grid-reply.ts';

/** A review is filled in and held as things stand today; what was true then can be said with its date. */
export const readOnlyReply = (exchange: Exchange, asked: AskedPlan, heading: string): Reply => {
  const { title, content } = readOnlyPage({
    heading,
    caption: asked.answer.plan.title,
    sentence: `You are looking at ${ukDate(asked.answer.asOf)}, or at what was known or written then. A past date can be read and not changed. To record what a board said then, fill the review in as things stand today, and give the date on which it met.`,
    todayText: `${heading} today`,
    todayHref: exchange.path,
    backHref: asked.link(`/plans/${asked.plan}/reviews`),
  });
  return page({
    title,
    content,
    section: 'plans',
    breadcrumbs: reviewCrumbs(asked),
    dateBar: asked.dateBar,
  });
};
