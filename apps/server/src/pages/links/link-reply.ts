import type { LinkRefused, NoNewLink } from '@trackrecord/application';
import type { PartyId } from '@trackrecord/domain';
import { type FormErrors, type LinkPage, refusedLinkPage } from '@trackrecord/pages';
import type { Exchange, Visitor } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';

/** Nobody keeps the page, nobody is told where it was, and nobody lists it: its address is a key. */
const unlisted = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** The page of a link, in a frame that leads nowhere. */
export const linkReply = (
  { title, content }: LinkPage,
  status = 200,
  errors: FormErrors = [],
): Reply => ({
  ...page({ title, content, errors, section: 'none', plain: true }, status),
  headers: unlisted,
});

const ofNoNewLink: Readonly<Record<NoNewLink['why'], number>> = {
  'another address': 403,
  'reminders stopped': 403,
  'too often': 429,
  'too old': 410,
};

/** What there was and is over is 410; what there never was is 404. */
const statusOfRefusal = (refusal: LinkRefused | NoNewLink): number => {
  switch (refusal._tag) {
    case 'NotALink':
      return 404;
    case 'SomebodyElses':
      return 403;
    case 'NoNewLink':
      return ofNoNewLink[refusal.why];
    case 'Ended':
    case 'Used':
    case 'Revoked':
    case 'NothingToAnswer':
      return 410;
  }
};

/** Who is signed in where the link is followed; nobody has to be. */
export const whoFollows = (visitor: Visitor): PartyId | undefined =>
  visitor._tag === 'Known' ? visitor.principal.party : undefined;

/** What is secret of a link's address, as it came. */
export const tokenOf = ({ params }: Pick<Exchange, 'params'>): string => params['token'] ?? '';

export const answerAddress = (token: string): string => `/answer/${encodeURIComponent(token)}`;

export const againAddress = (token: string): string => `${answerAddress(token)}/again`;

/** Why a link does not do what it was followed for. */
export const refusedLink = (exchange: Exchange, refusal: LinkRefused | NoNewLink): Reply => {
  const { visitor } = exchange;
  return linkReply(
    refusedLinkPage({
      refusal,
      who: visitor._tag === 'Known' ? visitor.principal.name : null,
      againTo: againAddress(tokenOf(exchange)),
    }),
    statusOfRefusal(refusal),
  );
};
