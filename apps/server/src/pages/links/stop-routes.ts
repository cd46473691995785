import { type Failure, openStopLink, stopReminders } from '@trackrecord/application';
import { stoppedPage, stopPage } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { linkReply, refusedLink, tokenOf, whoFollows } from './link-reply.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const opening = (desk: Desk, exchange: Exchange) =>
  openStopLink(desk)(tokenOf(exchange), whoFollows(exchange.visitor));

const showStop =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      opening(desk, exchange),
      TE.map(
        E.match(
          (refusal) => refusedLink(exchange, refusal),
          ({ party: { name }, declines }) =>
            linkReply(
              declines
                ? stoppedPage(name)
                : stopPage({ name, to: `/stop/${encodeURIComponent(tokenOf(exchange))}` }),
            ),
        ),
      ),
    );

/** By the page's button, or by a mail program's own (RFC 8058), which sends no cookies and reads no pages. */
const takeStop =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      opening(desk, exchange),
      TE.chain(
        E.match(
          (refusal): Answer => TE.right(refusedLink(exchange, refusal)),
          (stopping) =>
            pipe(
              stopReminders(desk)(stopping),
              TE.map(() => linkReply(stoppedPage(stopping.party.name))),
            ),
        ),
      ),
    );

const byLink = {
  path: '/stop/:token',
  audience: 'people',
  may: 'anyone',
  authority: 'address',
} as const;

/** Stopping reminders by the link that stands in each. */
export const stopRoutes: ReadonlyArray<Route> = [
  { ...byLink, method: 'GET', answer: showStop },
  { ...byLink, method: 'POST', answer: takeStop },
];
