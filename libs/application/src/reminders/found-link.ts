import { PartyId } from '@trackrecord/domain';
import type { CommandId } from '@trackrecord/kernel';
import {
  canonicalParty,
  nameOf,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import type { LinkClaims, SignedLinks } from '../ports/signed-links.ts';
import { loadParties } from '../questions/load-parties.ts';
import type { Readable, Writable } from '../trackrecord.ts';
import { loadRun } from './reminder-streams.ts';

/** What answering by links takes besides: who signs them, and which command each of them is. */
export type LinkDesk = Writable &
  Readonly<{
    links: SignedLinks;
    /** The same id for the same link, always: by it the log knows again that a link was used. */
    commandIdOf: (madeOf: ReadonlyArray<unknown>) => CommandId;
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

/** Whom a link was sent to, as they are known by now. */
export type LinkParty = Readonly<{ id: PartyId; name: string }>;

/** Whom a link was sent to, and whether whoever is signed in is they, or belongs to them. */
export const whoseLink = (
  deps: Pick<Readable, 'views'>,
  { message: { to } }: FoundLink,
  who: PartyId | undefined,
): E.Either<Failure, Readonly<{ party: LinkParty; isTheirs: boolean }>> =>
  pipe(
    E.Do,
    E.bind('people', () => loadParties(deps, who === undefined ? [to] : [to, who])),
    E.bind('directory', ({ people }) =>
      loadParties(deps, [
        ...people.keys(),
        ...[...people.values()].flatMap(({ organisations }) => organisations),
      ]),
    ),
    E.map(({ directory }) => {
      const canonical = canonicalParty(directory);
      const id = canonical(to);
      const themselves = who === undefined ? id : canonical(who);
      const belongsTo = [who ?? themselves, themselves]
        .flatMap((one) => directory.get(one)?.organisations ?? [])
        .map((one) => canonical(one));
      return {
        party: { id: PartyId.is(id) ? id : to, name: nameOf(directory)(id) },
        isTheirs: themselves === id || belongsTo.includes(id),
      };
    }),
  );
