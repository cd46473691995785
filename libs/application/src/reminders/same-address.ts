import { messageSubject, MessageState } from '@trackrecord/domain';
import {
  canonicalParty,
  type PartyState,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import type { Readable } from '../trackrecord.ts';
import { loadParty } from './load-party.ts';
import { runStream } from './reminder-streams.ts';

type Deps = Pick<Readable, 'views'>;

/** The message in which a link stood first: a link that was sent again stands for that one. */
export const firstMessageOf = ({ message, linkAgain }: ReminderMessage): number =>
  linkAgain?.message ?? message;

const isSending = (state: unknown): boolean => MessageState.is(state) && state.is === 'sending';

/** The address that a message left for; `null` where it never left. */
const addressOfMessage = (
  deps: Deps,
  { plan, on }: ReminderRun,
  { to, ...message }: ReminderMessage,
): E.Either<Failure, string | null> =>
  pipe(
    deps.views.head(),
    E.chain((head) =>
      deps.views.recordsOf(runStream(plan, on), head, {
        subject: messageSubject(firstMessageOf({ to, ...message })),
        field: 'state',
      }),
    ),
    E.mapLeft(storage),
    E.map((states) => states.findLast(({ value }) => isSending(value))),
    E.chain((left) =>
      left === undefined
        ? E.right(null)
        : pipe(
            loadParty(deps, to, left.ordinal),
            E.map((party) => party?.address ?? null),
          ),
    ),
  );

/** Who somebody is by now, through every merger. */
export const partyNow = (deps: Deps, id: string): E.Either<Failure, PartyState | undefined> =>
  pipe(
    loadParties(deps, [id]),
    E.map((directory) => directory.get(canonicalParty(directory)(id))),
  );

/**
 * Whom the link of a message can be sent to again: whoever it went to, as long as they are reached at the very address
 * that it left for. Whoever holds an old link has nothing sent anywhere else by it.
 */
export const lookupSameAddress = (
  deps: Deps,
  run: ReminderRun,
  message: ReminderMessage,
): E.Either<Failure, O.Option<PartyState>> =>
  pipe(
    E.Do,
    E.bind('then', () => addressOfMessage(deps, run, message)),
    E.bind('now', () => partyNow(deps, message.to)),
    E.map(({ then, now }) =>
      now !== undefined && then !== null && now.address === then ? O.some(now) : O.none,
    ),
  );
