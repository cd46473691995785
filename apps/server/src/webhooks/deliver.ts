import type { Clock, Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Randomness } from '../access/randomness.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { Delivery, KeptWebhook, Outcome } from '../store/webhook-store.ts';
import { later, millisecondsBetween } from '../time/instants.ts';
import type { CurrentWebhook } from './current-webhooks.ts';
import { type Posted, type Posting, postNews } from './post-news.ts';
import { nextTry_ms } from './retry-schedule.ts';
import { signedHeaders } from './webhook-signature.ts';

/** What sending needs; `random` decides how much later than planned it is tried again. */
export type Delivering = Posting &
  Readonly<{
    store: Pick<ServerStore, 'webhooks'>;
    clock: Pick<Clock, 'now'>;
    random: Randomness;
    stopping: AbortSignal;
  }>;

const goneStatus = 410;

const faultIn = (posted: Exclude<Posted, { _tag: 'Cut' }>): string | undefined => {
  if (posted._tag === 'Failed') return posted.error;
  const { status } = posted;
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400
    ? `it was answered with a redirect (${status}), and none is followed`
    : `it was answered with ${status}`;
};

/** What becomes of a delivery by a try of it. */
export const outcomeOf = (
  { tries }: Pick<Delivery, 'tries'>,
  posted: Posted,
  { begun, now }: Readonly<{ begun: string; now: string }>,
  random: Randomness,
): Outcome => {
  const told = {
    took_ms: Math.max(0, millisecondsBetween(begun, now)),
    status: posted._tag === 'Answered' ? posted.status : null,
    answer: posted._tag === 'Answered' ? posted.answer : null,
  };
  if (posted._tag === 'Cut') {
    // Nobody knows whether it arrived: it is sent again at once, with the same id.
    const error = 'the server ended before there was an answer';
    return { ...told, result: 'cut', error, state: 'waiting', tries, at: begun };
  }
  const error = faultIn(posted);
  if (error === undefined)
    return { ...told, result: 'taken', error: null, state: 'taken', tries: tries + 1, at: now };
  const failed = { ...told, result: 'failed' as const, error, tries: tries + 1 };
  if (posted._tag === 'Answered' && posted.status === goneStatus)
    return { ...failed, state: 'stopped', at: now };
  const wait_ms = nextTry_ms(tries + 1, random);
  return wait_ms === undefined
    ? { ...failed, state: 'given up', at: now }
    : { ...failed, state: 'waiting', at: later(now, wait_ms) };
};

/** The secrets that count now: the one, and the one before while receivers may still have that. */
const secretsAt = ({ secret, former }: KeptWebhook, now: string): ReadonlyArray<string> =>
  former !== undefined && former.until > now ? [secret, former.secret] : [secret];

const headersFor = (kept: KeptWebhook, { news, body }: Delivery, now: string) => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Trackrecord',
  ...signedHeaders(
    { id: news, at_seconds: Math.floor(Date.parse(now) / 1000), body },
    secretsAt(kept, now),
  ),
});

/** Sends one delivery once: that it begins is noted before anything leaves. */
const tryOnce = async (
  deps: Delivering,
  { state, kept }: CurrentWebhook,
  delivery: Delivery,
): Promise<E.Either<Failure, Outcome>> => {
  const { webhooks } = deps.store;
  const begun = deps.clock.now();
  const attempt = await webhooks.begin(delivery.number, begun)();
  if (E.isLeft(attempt)) return attempt;
  const posted = await postNews(
    { address: state.address, headers: headersFor(kept, delivery, begun), body: delivery.body },
    deps,
    deps.stopping,
  );
  const outcome = outcomeOf(delivery, posted, { begun, now: deps.clock.now() }, deps.random);
  const noted = await webhooks.end(delivery.number, attempt.right, outcome)();
  if (E.isLeft(noted)) return noted;
  if (outcome.status !== goneStatus) return E.right(outcome);
  const gone = await webhooks.markGone(state.id, deps.clock.now())();
  return E.isLeft(gone) ? gone : E.right(outcome);
};

const dueNow = (
  { store: { webhooks }, clock }: Delivering,
  webhook: string,
): TE.TaskEither<Failure, Readonly<{ kept: KeptWebhook | undefined; due: Delivery | undefined }>> =>
  pipe(
    TE.Do,
    TE.bind('kept', () => webhooks.lookup(webhook)),
    TE.bind('due', () => webhooks.lookupDue(webhook, clock.now())),
  );

/**
 * Sends what is due to one webhook, one delivery after the other in the order in which they were made, until nothing
 * is due, its receiver is gone, or the server ends.
 */
export const deliverDue = async (
  deps: Delivering,
  webhook: CurrentWebhook,
): Promise<E.Either<Failure, null>> => {
  for (;;) {
    if (deps.stopping.aborted) return E.right(null);
    // Read anew each time: its secret may have been renewed meanwhile, or it was removed.
    const found = await dueNow(deps, webhook.state.id)();
    if (E.isLeft(found)) return found;
    const { kept, due } = found.right;
    if (kept === undefined || due === undefined) return E.right(null);
    const outcome = await tryOnce(deps, { ...webhook, kept }, due);
    if (E.isLeft(outcome)) return outcome;
    if (outcome.right.result === 'cut' || outcome.right.status === goneStatus) return E.right(null);
  }
};
