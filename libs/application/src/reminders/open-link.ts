import {
  type DomainEvent,
  type PartyId,
  plan as planItself,
  type PlanId,
} from '@trackrecord/domain';
import type { CommandId, LocalDate } from '@trackrecord/kernel';
import { type PlanFacts, planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { loadFor } from '../carrying-out/load-stream.ts';
import { type Failure, storage } from '../failure.ts';
import type { LinkClaims } from '../ports/signed-links.ts';
import { type ActionDetails, detailsById } from '../questions/action-details.ts';
import { type Resolved, resolveQuestion } from '../questions/resolve-question.ts';
import { streamOf } from '../streams.ts';
import { type AnsweredWith, answeredWith } from './answered-with.ts';
import {
  commandOfLink,
  type FoundLink,
  type LinkDesk,
  type LinkParty,
  lookupLink,
  whoseLink,
} from './found-link.ts';
import { type LastWords, lastWordsOf } from './last-words.ts';
import { canBeRenewed } from './links-again.ts';
import { reasonInWords } from './reason-in-words.ts';

/** Why a link does not open. */
export type LinkRefused =
  /** Nothing that was signed here: a byte of it is another, or it is for something else. */
  | Readonly<{ _tag: 'NotALink' }>
  /** Whoever follows it is signed in, and is not whom it was sent to. */
  | Readonly<{ _tag: 'SomebodyElses'; to: string }>
  /** Past its last day; `again` where whom it was sent to can have another. */
  | Readonly<{ _tag: 'Ended'; plan: PlanId; endedOn: LocalDate; again: boolean }>
  /** It was answered with, on that day of the plan's own; `again` where there is more to answer, by another link. */
  | Readonly<{ _tag: 'Used'; plan: PlanId; on: LocalDate; said: AnsweredWith; again: boolean }>
  /** Somebody ended it before its time. */
  | Readonly<{ _tag: 'Revoked'; plan: PlanId }>
  /** The action, or its plan, takes no more updates. */
  | Readonly<{
      _tag: 'NothingToAnswer';
      plan: PlanId;
      why: 'plan closed' | 'action closed' | 'gone';
    }>;

/** A link that opens: who is asked, about what, why, and how that stands. */
export type OpenedLink = Readonly<{
  claims: LinkClaims;
  plan: Readonly<{ id: PlanId; title: string }>;
  party: LinkParty;
  /** The action's id: its ref may be another by tomorrow. */
  id: string;
  action: ActionDetails;
  /** Why it is asked for, in words. */
  reasons: ReadonlyArray<string>;
  lastWords: LastWords | null;
  resolved: Resolved;
}>;

/** A link, or why it does not open. */
export type Opening = E.Either<LinkRefused, OpenedLink>;

const refusing = (refusal: LinkRefused): Opening => E.left(refusal);

/** What a link was answered with; nothing where it was not. The log tells, not the views: they may lag behind. */
const answerOf = (
  deps: LinkDesk,
  claims: LinkClaims,
  today: LocalDate,
): TE.TaskEither<Failure, ReadonlyArray<DomainEvent>> =>
  pipe(
    loadFor(deps, streamOf('plan', claims.plan), today),
    TE.map(({ events, commands }) => {
      const commandId: CommandId = commandOfLink(deps, claims);
      return commands.has(commandId) ? events.filter((event) => event.commandId === commandId) : [];
    }),
  );

/** The plan itself, without anything in it. */
const loadItself = ({ views }: LinkDesk, { plan, point }: Resolved): E.Either<Failure, PlanFacts> =>
  pipe(views.cutOf(streamOf('plan', plan), point, planItself), E.bimap(storage, planFactsOf));

type Now = Readonly<{ resolved: Resolved; itself: PlanFacts; party: LinkParty }>;

/** How the action of a link stands now. */
const opened = (
  deps: LinkDesk,
  { claims, message }: FoundLink,
  { resolved, itself, party }: Now,
): E.Either<Failure, Opening> => {
  const { plan } = claims;
  const { asOf: today, knownAt: ordinal } = resolved.point;
  const asked = message.items.find((one) => one.item === claims.item)?.debt.about;
  const id = asked?.startsWith('action:') === true ? asked.slice('action:'.length) : undefined;
  if (asked === undefined || id === undefined) return E.right(refusing({ _tag: 'NotALink' }));
  return pipe(
    E.Do,
    E.bind('action', () => detailsById(deps)(resolved, id, id)),
    E.bind('lastWords', () => lastWordsOf(deps, { plan, today, ordinal }, asked)),
    E.map(({ action, lastWords }): Opening => {
      if (itself.status === 'closed')
        return refusing({ _tag: 'NothingToAnswer', plan, why: 'plan closed' });
      if (action.status !== 'open')
        return refusing({ _tag: 'NothingToAnswer', plan, why: 'action closed' });
      const requests = action.requests.map(({ request, words }) => ({ id: request, words }));
      return E.right({
        ...{ claims, party, id, action, lastWords, resolved },
        plan: { id: plan, title: itself.title },
        // One link answers for all that the message asks of the action.
        reasons: message.items
          .filter(({ debt, withdrawn }) => debt.about === asked && withdrawn === null)
          .map((item) => reasonInWords(requests, today, item)),
      });
    }),
    E.orElse((failure) =>
      failure._tag === 'Missing'
        ? E.right(refusing({ _tag: 'NothingToAnswer', plan, why: 'gone' }))
        : E.left(failure),
    ),
  );
};

const openedNow = (deps: LinkDesk, found: FoundLink, now: Now): TE.TaskEither<Failure, Opening> => {
  const { plan, endsOn } = found.claims;
  const today = now.resolved.point.asOf;
  const again = canBeRenewed(found.run.on, today);
  return pipe(
    TE.Do,
    TE.bind('answer', () => answerOf(deps, found.claims, today)),
    TE.bind('opening', () => TE.fromEither(opened(deps, found, now))),
    TE.map(({ answer, opening }) => {
      const [first] = answer;
      if (first !== undefined)
        return refusing({
          ...{ _tag: 'Used', plan, again: again && E.isRight(opening) },
          on: deps.clock.local(first.recordedAt, now.itself.timeZone).date,
          said: answeredWith(first.effectiveOn, answer),
        });
      return E.isRight(opening) && endsOn < today
        ? refusing({ _tag: 'Ended', plan, endedOn: endsOn, again })
        : opening;
    }),
  );
};

const openFound = (
  deps: LinkDesk,
  found: FoundLink,
  party: LinkParty,
): TE.TaskEither<Failure, Opening> => {
  const { plan } = found.claims;
  if (found.message.linksRevoked) return TE.right(refusing({ _tag: 'Revoked', plan }));
  return pipe(
    TE.fromEither(resolveQuestion(deps)(plan, {})),
    TE.bindTo('resolved'),
    TE.bind('itself', ({ resolved }) => TE.fromEither(loadItself(deps, resolved))),
    TE.chain((now) => openedNow(deps, found, { ...now, party })),
    TE.orElse((failure) =>
      failure._tag === 'Missing'
        ? TE.right(refusing({ _tag: 'NothingToAnswer', plan, why: 'gone' }))
        : TE.left(failure),
    ),
  );
};

/**
 * Opens an answer link: tells whom it asks about what, or why it does not open. Opening changes nothing; programs that
 * look into people's messages open links too. Whom the link was sent to may answer also when they answer for the action
 * no longer: it was asked of them.
 * @param who whoever is signed in, where somebody is: a link is good for whom it was sent to, and for the people of the
 *   organisation that it was sent to
 */
export const openLink =
  (deps: LinkDesk) =>
  (token: string, who?: PartyId): TE.TaskEither<Failure, Opening> =>
    pipe(
      deps.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK(() => lookupLink(deps, token, 'answer')),
      TE.chain(
        O.match(
          () => TE.right(refusing({ _tag: 'NotALink' })),
          (found) =>
            pipe(
              TE.fromEither(whoseLink(deps, found, who)),
              TE.chain(({ party, isTheirs }) =>
                isTheirs
                  ? openFound(deps, found, party)
                  : TE.right(refusing({ _tag: 'SomebodyElses', to: party.name })),
              ),
            ),
        ),
      ),
    );
