import type { PageContent } from '@trackrecord/pages';

/** A page: its status, and what the frame is put around. */
export type PageReply = Readonly<{ _tag: 'Page'; status: number; page: PageContent }>;

export const page = (content: PageContent, status = 200): PageReply => ({
  _tag: 'Page',
  status,
  page: content,
});
