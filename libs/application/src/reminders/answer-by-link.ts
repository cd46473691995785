import {
  ConfirmNoChange,
  decideParty,
  GiveUpdate,
  type PlanOrder,
  type Rating,
  type Ref,
  RenewAnswerLink,
  StopReminders,
  type Text,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import { changeAction } from '../commands/change-plan.ts';
import type { Changed } from '../commands/changed.ts';
import { newRef } from '../commands/new-ref.ts';
import { type Failure, invalid, missing, notAuthorised } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { streamOf } from '../streams.ts';
import {
  commandOfLink,
  type FoundLink,
  type LinkDesk,
  lookupLink,
  type OpenedLink,
} from './open-link.ts';
import { recordOfRun } from './record-run.ts';
import { loadParty } from './load-party.ts';

/** What somebody says by a link: that nothing has changed, or a rating, a sentence, or both. */
export type SaidByLink = Readonly<{ effectiveOn: LocalDate }> &
  (
    | Readonly<{ news: false }>
    | Readonly<{ news: true; rating?: Rating | undefined; text?: Text | undefined }>
  );

const orderOf =
  (deps: LinkDesk, said: SaidByLink) =>
  (action: Ref): PlanOrder =>
    said.news
      ? GiveUpdate.of({
          action,
          ...(said.rating === undefined ? {} : { rating: said.rating }),
          ...(said.text === undefined
            ? {}
            : { note: { note: newRef(deps, 'n'), text: said.text } }),
        })
      : ConfirmNoChange.of({ action });

/**
 * Records what somebody said by a link, as theirs: the link went to their address, and it can be used once. Said twice
 * by one link (a button that was pressed twice) it is recorded once.
 */
export const answerByLink =
  (deps: LinkDesk) =>
  (
    { claims, party, id, action, resolved }: OpenedLink,
    said: SaidByLink,
  ): TE.TaskEither<Failure, Changed> =>
    said.effectiveOn > resolved.point.asOf
      ? TE.left(invalid('The date must be today or earlier.', 'effectiveOn'))
      : changeAction(deps)({
          plan: claims.plan,
          ref: action.ref,
          id,
          author: () =>
            TE.right({
              by: party.id,
              channel: 'email link',
              verified: true,
              effectiveOn: said.effectiveOn,
            }),
          commandId: commandOfLink(deps, claims),
          make: ({ action: actionId }) => TE.right(orderOf(deps, said)(actionId)),
        });

const mayBeSentAgain = (deps: LinkDesk, { run, message }: FoundLink): E.Either<Failure, unknown> =>
  pipe(
    loadParty(deps, message.to, run.ordinal),
    E.chain((then) =>
      pipe(
        loadParties(deps, [message.to]),
        E.map((now) => now.get(message.to)?.address ?? null),
        E.filterOrElse(
          (address) => address !== null && address === (then?.address ?? null),
          () =>
            notAuthorised(
              'The address that this link was sent to is no longer the one that reminders go to. Ask the plan’s manager.',
            ),
        ),
      ),
    ),
  );

/**
 * Has the link of a message sent again, to the address that it went to and to no other: whoever holds an old link gets
 * nothing by it. It leaves with the next round.
 */
export const sendLinkAgain =
  (deps: LinkDesk) =>
  (token: string): TE.TaskEither<Failure, unknown> =>
    pipe(
      TE.fromEither(lookupLink(deps, token, 'answer')),
      TE.chain(TE.fromOption(() => missing('This is no link of ours.'))),
      TE.filterOrElse(
        ({ message }) => !message.linksRevoked,
        () => notAuthorised('This link was ended by the plan’s manager.'),
      ),
      TE.chainFirstEitherK((found) => mayBeSentAgain(deps, found)),
      TE.chain(({ claims, run, message }) =>
        recordOfRun(deps, run, {
          by: message.to,
          channel: 'email link',
          verified: true,
          effectiveOn: deps.clock.today('Europe/London'),
        })(
          RenewAnswerLink.of({
            message: claims.message,
            item: claims.item,
            as: run.messages.length + 1,
          }),
        ),
      ),
    );

/** Who is told by a link that they get no more reminders. */
export type Stopping = Readonly<{ found: FoundLink; name: string; declines: boolean }>;

/** Opens a link that stops reminders; `none` where it is none. */
export const openStopLink =
  (deps: LinkDesk) =>
  (token: string): E.Either<Failure, O.Option<Stopping>> =>
    pipe(
      lookupLink(deps, token, 'stop'),
      E.chain(
        O.match(
          () => E.right(O.none),
          (found) =>
            pipe(
              loadParties(deps, [found.message.to]),
              E.map((directory) => {
                const party = directory.get(found.message.to);
                return O.some({
                  found,
                  name: party?.name ?? found.message.to,
                  declines: party?.declines ?? false,
                });
              }),
            ),
        ),
      ),
    );

/** Ends the reminders to whomever a message went to: at once, by a press of the button in their mail program too. */
export const stopReminders =
  (deps: LinkDesk) =>
  ({ found }: Stopping): TE.TaskEither<Failure, unknown> => {
    const { to } = found.message;
    const said: Said = {
      by: to,
      channel: 'email link',
      verified: true,
      effectiveOn: deps.clock.today('Europe/London'),
    };
    return carryOut(deps)({
      stream: streamOf('party', to),
      decide: decideParty,
      circumstances: circumstancesOf(deps, said),
      steps: () => E.right([{ order: StopReminders.of({}) }]),
    });
  };
