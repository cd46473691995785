import { decideParty, type PartyId, StopReminders } from '@trackrecord/domain';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf } from '../carrying-out/circumstances.ts';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import { type LinkDesk, type LinkParty, lookupLink, whoseLink } from './found-link.ts';
import type { LinkRefused } from './open-link.ts';
import { partyNow } from './same-address.ts';

/** Whose reminders a link stops, and whether they are stopped already. */
export type Stopping = Readonly<{ party: LinkParty; declines: boolean }>;

/** A link that stops reminders, or why it is none. */
export type StopOpening = E.Either<
  Extract<LinkRefused, { _tag: 'NotALink' | 'SomebodyElses' }>,
  Stopping
>;

/**
 * Opens a link that stops reminders; changes nothing. It never ends: whoever finds an old message must be able to stop
 * more of them.
 * @param who whoever is signed in, where somebody is
 */
export const openStopLink =
  (deps: LinkDesk) =>
  (token: string, who?: PartyId): TE.TaskEither<Failure, StopOpening> =>
    pipe(
      deps.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK(() => lookupLink(deps, token, 'stop')),
      TE.chainEitherK(
        O.match(
          () => E.right<Failure, StopOpening>(E.left({ _tag: 'NotALink' })),
          (found) =>
            pipe(
              whoseLink(deps, found, who),
              E.bindTo('whose'),
              E.bind('now', ({ whose }) => partyNow(deps, whose.party.id)),
              E.map(({ whose: { party, isTheirs }, now }): StopOpening =>
                isTheirs
                  ? E.right({ party, declines: now?.declines ?? false })
                  : E.left({ _tag: 'SomebodyElses', to: party.name }),
              ),
            ),
        ),
      ),
    );

/** Ends the reminders to whomever a message went to: at once, by a press of the button in their mail program too. */
export const stopReminders =
  (deps: LinkDesk) =>
  ({ party: { id }, declines }: Stopping): TE.TaskEither<Failure, unknown> =>
    declines
      ? TE.right(null)
      : carryOut(deps)({
          stream: streamOf('party', id),
          decide: decideParty,
          circumstances: circumstancesOf(deps, {
            by: id,
            channel: 'email link',
            verified: true,
            effectiveOn: deps.clock.today(usualTimeZone),
          }),
          steps: () => E.right([{ order: StopReminders.of({}) }]),
        });
