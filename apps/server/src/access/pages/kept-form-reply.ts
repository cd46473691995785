import { keptFormPage, type KeptFormPageOf } from '@trackrecord/pages';
import type { Reply } from '../../http/reply.ts';
import { page } from '../../pages/page-reply.ts';

/** The page that offers a form once more which was not taken. It holds what somebody typed: no cache may. */
export const keptFormReply = (of: KeptFormPageOf, status: number): Reply => ({
  ...page({ ...keptFormPage(of), section: 'none' }, status),
  headers: { 'cache-control': 'no-store' },
});
