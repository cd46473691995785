import { type PartyId, RenewAnswerLink } from '@trackrecord/domain';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { type FoundLink, type LinkDesk, lookupLink } from './found-link.ts';
import { canBeRenewed, isLinkToSend } from './links-again.ts';
import { type LinkRefused, openLink } from './open-link.ts';
import { recordOfRun } from './record-run.ts';
import { firstMessageOf, lookupSameAddress } from './same-address.ts';

/** Why no new link is sent for one. */
export type NoNewLink = Readonly<{
  _tag: 'NoNewLink';
  why: 'another address' | 'reminders stopped' | 'too often' | 'too old';
}>;

/** Whether a new link is on its way, or why there will be none. */
export type SentAgain = E.Either<NoNewLink | Exclude<LinkRefused, { _tag: 'Ended' }>, null>;

const none = (why: NoNewLink['why']): SentAgain => E.left({ _tag: 'NoNewLink', why });

/** What stands in the way of a new link, from what is known of the address. */
const hindrance = (
  deps: LinkDesk,
  { run, message }: FoundLink,
): E.Either<Failure, NoNewLink['why'] | undefined> =>
  canBeRenewed(run.on, deps.clock.today(usualTimeZone))
    ? pipe(
        lookupSameAddress(deps, run, message),
        E.map(
          O.match(
            () => 'another address',
            ({ declines }) => (declines ? 'reminders stopped' : undefined),
          ),
        ),
      )
    : E.right('too old');

/** Whether a new link for the same thing is on its way: whoever presses the button twice gets one. */
const isOnItsWay = ({ run, message, claims }: FoundLink): boolean => {
  const first = { message: firstMessageOf(message), item: message.linkAgain?.item ?? claims.item };
  return run.messages.some(
    (one) =>
      isLinkToSend(one) &&
      one.linkAgain?.message === first.message &&
      one.linkAgain.item === first.item,
  );
};

/** How often it is tried again where others had the run's next message first. */
const tries = 5;

const renewed = (
  deps: LinkDesk,
  token: string,
  left: number,
): TE.TaskEither<Failure, SentAgain> => {
  const renew = (found: FoundLink): TE.TaskEither<Failure, SentAgain> => {
    const { claims, run, message } = found;
    if (isOnItsWay(found)) return TE.right(E.right(null));
    return pipe(
      recordOfRun(deps, run, {
        by: message.to,
        channel: 'email link',
        verified: true,
        // As all that is said of a run: what comes of the message is said as of its day too.
        effectiveOn: run.on,
      })(
        RenewAnswerLink.of({
          message: claims.message,
          item: claims.item,
          as: run.messages.length + 1,
        }),
      ),
      TE.map((): SentAgain => E.right(null)),
      TE.orElse((failure) => {
        if (failure._tag !== 'Refused') return TE.left(failure);
        if (failure.refusal._tag === 'TooManyLinks') return TE.right(none('too often'));
        return failure.refusal._tag === 'RefTaken' && left > 0
          ? renewed(deps, token, left - 1)
          : TE.left(failure);
      }),
    );
  };
  return pipe(
    TE.fromEither(lookupLink(deps, token, 'answer')),
    TE.chain(
      O.match(
        () => TE.right<Failure, SentAgain>(E.left({ _tag: 'NotALink' })),
        (found) =>
          pipe(
            TE.fromEither(hindrance(deps, found)),
            TE.chain((why) => (why === undefined ? renew(found) : TE.right(none(why)))),
          ),
      ),
    ),
  );
};

/**
 * Has the link of a message sent again, to the address that it went to and to no other: whoever holds an old link gets
 * nothing by it. It leaves with the next round.
 * @param who whoever is signed in, where somebody is
 */
export const sendLinkAgain =
  (deps: LinkDesk) =>
  (token: string, who?: PartyId): TE.TaskEither<Failure, SentAgain> =>
    pipe(
      openLink(deps)(token, who),
      TE.chain((opening) => {
        if (E.isRight(opening) || opening.left._tag === 'Ended') return renewed(deps, token, tries);
        const { left } = opening;
        return left._tag === 'Used' && left.again
          ? renewed(deps, token, tries)
          : TE.right<Failure, SentAgain>(E.left(left));
      }),
    );
