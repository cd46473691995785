import { assetLinksOf, type NavigationItem, renderPage } from '@trackrecord/pages';
import { csrfTokenFor } from '../access/csrf.ts';
import type { Desk } from '../desk.ts';
import type { Exchange, Visitor } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import type { RenderedReply } from '../http/send-reply.ts';
import { rolesInWords } from './roles-in-words.ts';
import { forgetNotice, noticeIn } from './notice.ts';
import type { PageContent, Section } from './page-reply.ts';
import { hasAnywhere } from '../access/may-ask.ts';

type Entry = Readonly<{
  section: Section;
  text: string;
  href: string;
  shownTo: (visitor: Visitor) => boolean;
}>;

const isKnown = ({ _tag }: Visitor): boolean => _tag === 'Known';

const entries: ReadonlyArray<Entry> = [
  { section: 'plans', text: 'Plans', href: '/', shownTo: isKnown },
  { section: 'owed', text: 'Updates owed', href: '/owed', shownTo: isKnown },
  { section: 'parties', text: 'People and organisations', href: '/parties', shownTo: isKnown },
  { section: 'audit', text: 'Audit trail', href: '/audit', shownTo: hasAnywhere('audit') },
  {
    section: 'administration',
    text: 'Administration',
    href: '/administration',
    shownTo: hasAnywhere('administer'),
  },
];

const navigationFor = (visitor: Visitor, section: Section): ReadonlyArray<NavigationItem> =>
  entries
    .filter(({ shownTo }) => shownTo(visitor))
    .map(({ text, href, section: own }) => ({ text, href, current: own === section }));

type Around = Readonly<{ visitor: Visitor; csrfToken: string | null; cookies: string | undefined }>;

/** A page in its frame, for whoever asked. */
export const framed = (
  { assets }: Pick<Desk, 'assets'>,
  { visitor, csrfToken, cookies }: Around,
  shown: PageContent,
): string => {
  const isPlain = shown.plain === true;
  return renderPage(
    {
      title: shown.title,
      serviceName: 'Trackrecord',
      visitor:
        visitor._tag === 'Nobody' || isPlain
          ? null
          : {
              name: visitor.principal.name,
              roles: rolesInWords(visitor.principal),
              accountHref: '/account',
            },
      navigation: isPlain ? [] : navigationFor(visitor, shown.section),
      breadcrumbs: shown.breadcrumbs ?? [],
      dateBar: shown.dateBar ?? null,
      dataLinks: shown.dataLinks ?? [],
      csrfToken,
      banner: shown.banner ?? (isPlain ? undefined : noticeIn(cookies)) ?? null,
      errors: shown.errors ?? [],
      print: shown.print ?? false,
      wide: shown.wide ?? false,
      plain: isPlain,
      assets: assetLinksOf(assets),
    },
    shown.content,
  );
};

/** A reply as it is sent: a page gets its frame, and the notice that it shows is forgotten. */
export const renderReply = async (
  desk: Desk,
  exchange: Exchange,
  reply: Reply,
): Promise<RenderedReply> => {
  if (reply._tag !== 'Page') return reply;
  const cookies = exchange.header('cookie');
  const csrfToken = await csrfTokenFor(desk)(exchange)();
  const { status, page, headers } = reply;
  const showsNotice = page.plain !== true && noticeIn(cookies) !== undefined;
  return {
    _tag: 'Body',
    status,
    type: 'text/html; charset=utf-8',
    body: framed(desk, { visitor: exchange.visitor, csrfToken, cookies }, page),
    cookies: [...(reply.cookies ?? []), ...(showsNotice ? [forgetNotice] : [])],
    ...(headers === undefined ? {} : { headers }),
  };
};
