import type { PartyId, PlanId } from '@trackrecord/domain';
import type { CommandId, LocalDate } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  type ItemState,
  nameOf,
  planFactsOf,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { loadFor } from '../carrying-out/load-stream.ts';
import { type Failure, storage } from '../failure.ts';
import type { LinkClaims, SignedLinks } from '../ports/signed-links.ts';
import { type ActionDetails, detailsById } from '../questions/action-details.ts';
import { loadParties } from '../questions/load-parties.ts';
import { cutFor } from '../questions/plan-answer.ts';
import { type Resolved, resolveQuestion } from '../questions/resolve-question.ts';
import { streamOf } from '../streams.ts';
import type { Readable, Writable } from '../trackrecord.ts';
import { loadRun } from './reminder-streams.ts';

/** What answering by links takes besides: who signs them, and which command each of them is. */
export type LinkDesk = Writable &
  Readonly<{
    links: SignedLinks;
    /** The same id for the same link, always: by it the log knows again that a link was used. */
    commandIdOf: (madeOf: ReadonlyArray<unknown>) => CommandId;
  }>;

/** Why a link does not open. */
export type LinkRefused =
  /** Nothing that was signed here: a byte of it is another, or it is for something else. */
  | Readonly<{ _tag: 'NotALink' }>
  /** Past its last day; whom it was sent to can have another. */
  | Readonly<{ _tag: 'Ended'; plan: PlanId; endedOn: LocalDate }>
  /** It was answered with: what was said is true from that day on. */
  | Readonly<{ _tag: 'Used'; plan: PlanId; on: LocalDate }>
  /** Somebody ended it before its time. */
  | Readonly<{ _tag: 'Revoked'; plan: PlanId }>
  /** The action, or its plan, takes no more updates. */
  | Readonly<{
      _tag: 'NothingToAnswer';
      plan: PlanId;
      why: 'plan closed' | 'action closed' | 'gone';
    }>;

/** A link that opens: who is asked, about what, and how that stands. */
export type OpenedLink = Readonly<{
  claims: LinkClaims;
  plan: Readonly<{ id: PlanId; title: string; scale: ReadonlyArray<string> }>;
  party: Readonly<{ id: PartyId; name: string; ids: ReadonlySet<string> }>;
  /** The action's id: its ref may be another by tomorrow. */
  id: string;
  action: ActionDetails;
  resolved: Resolved;
  item: ItemState;
}>;

/** The message that a link stood in. */
export type FoundLink = Readonly<{
  claims: LinkClaims;
  run: ReminderRun;
  message: ReminderMessage;
}>;

/** What a link was signed for; `none` where it is not ours, not of that purpose, or of a message that there is not. */
export const lookupLink = (
  deps: Readable & Pick<LinkDesk, 'links'>,
  token: string,
  purpose: LinkClaims['purpose'],
): E.Either<Failure, O.Option<FoundLink>> => {
  const claims = O.toUndefined(deps.links.read(token));
  return claims?.purpose !== purpose
    ? E.right(O.none)
    : pipe(
        deps.views.head(),
        E.mapLeft(storage),
        E.chain((head) => loadRun(deps, claims.plan, claims.run, head)),
        E.map(
          O.chain((run) =>
            pipe(
              O.fromNullable(run.messages.find(({ message }) => message === claims.message)),
              O.map((message) => ({ claims, run, message })),
            ),
          ),
        ),
      );
};

/** The command that answering with a link is. */
export const commandOfLink = (
  { commandIdOf }: Pick<LinkDesk, 'commandIdOf'>,
  { plan, run, message, item }: LinkClaims,
): CommandId => commandIdOf(['answer by link', plan, run, message, item]);

/** Since when what a link was answered with is true; none where it was not. */
const usedOn = (
  deps: LinkDesk,
  claims: LinkClaims,
  today: LocalDate,
): TE.TaskEither<Failure, LocalDate | undefined> =>
  pipe(
    loadFor(deps, streamOf('plan', claims.plan), today),
    TE.map(({ events, commands }) => {
      const commandId = commandOfLink(deps, claims);
      return commands.has(commandId)
        ? events.find((event) => event.commandId === commandId)?.effectiveOn
        : undefined;
    }),
  );

const idIn = (item: ItemState | undefined): string | undefined =>
  item?.debt.about.startsWith('action:') === true
    ? item.debt.about.slice('action:'.length)
    : undefined;

const partyOf = (directory: Directory, to: PartyId): OpenedLink['party'] => {
  const canonical = canonicalParty(directory)(to);
  return { id: to, name: nameOf(directory)(to), ids: new Set([to, canonical]) };
};

type Opening = E.Either<LinkRefused, OpenedLink>;

const refusing = (refusal: LinkRefused): Opening => E.left(refusal);

/** How the action of a link that is good stands now. */
const opened = (
  deps: LinkDesk,
  { claims, message }: FoundLink,
  resolved: Resolved,
): E.Either<Failure, Opening> => {
  const { plan } = claims;
  const item = message.items.find((one) => one.item === claims.item);
  const id = idIn(item);
  if (item === undefined || id === undefined) return E.right(refusing({ _tag: 'NotALink' }));
  return pipe(
    E.Do,
    E.bind('cut', () => cutFor(deps, resolved, ['exists', 'title', 'status', 'ratingScale'])),
    E.let('facts', ({ cut }) => planFactsOf(cut)),
    E.bind('action', () => detailsById(deps)(resolved, id, id)),
    E.bind('directory', () => loadParties(deps, [message.to])),
    E.map(({ facts, action, directory }): Opening => {
      if (facts.status === 'closed')
        return refusing({ _tag: 'NothingToAnswer', plan, why: 'plan closed' });
      if (action.status !== 'open')
        return refusing({ _tag: 'NothingToAnswer', plan, why: 'action closed' });
      return E.right({
        ...{ claims, id, action, resolved, item },
        plan: { id: plan, title: facts.title, scale: facts.scale },
        party: partyOf(directory, message.to),
      });
    }),
    E.orElse((failure) =>
      failure._tag === 'Missing'
        ? E.right(refusing({ _tag: 'NothingToAnswer', plan, why: 'gone' }))
        : E.left(failure),
    ),
  );
};

/**
 * Opens an answer link: tells whom it asks about what, or why it does not open. Opening changes nothing; programs that
 * look into people's messages open links too.
 */
export const openLink =
  (deps: LinkDesk) =>
  (token: string): TE.TaskEither<Failure, Opening> =>
    pipe(
      deps.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK(() => lookupLink(deps, token, 'answer')),
      TE.chain(
        O.match(
          () => TE.right(refusing({ _tag: 'NotALink' })),
          (found) =>
            pipe(
              TE.fromEither(resolveQuestion(deps)(found.claims.plan, {})),
              TE.chain((resolved) => openedOn(deps, found, resolved)),
            ),
        ),
      ),
    );

const openedOn = (
  deps: LinkDesk,
  found: FoundLink,
  resolved: Resolved,
): TE.TaskEither<Failure, Opening> => {
  const { claims, message } = found;
  const { plan } = claims;
  const today = resolved.point.asOf;
  if (message.linksRevoked) return TE.right(refusing({ _tag: 'Revoked', plan }));
  return pipe(
    usedOn(deps, claims, today),
    TE.chainEitherK((on) => {
      if (on !== undefined) return E.right(refusing({ _tag: 'Used', plan, on }));
      return claims.endsOn < today
        ? E.right(refusing({ _tag: 'Ended', plan, endedOn: claims.endsOn }))
        : opened(deps, found, resolved);
    }),
  );
};
