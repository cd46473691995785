import { canonicalParty, type Directory, type PartyState } from '@trackrecord/read-models';
import { type PlanId, PlanId as PlanIdCodec } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, notAuthorised, storage } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { mayOn } from './capability.ts';
import type { Principal } from './principal.ts';

/** What somebody may do with where reminders to a party go. */
export type MayContact = Readonly<{
  /** Look at the address. */
  see: boolean;
  /** Give one, change it, or take it away. */
  set: boolean;
  /** Stop the reminders to it, of every plan. */
  stop: boolean;
  /** Let them begin again: a stop link tells whoever pressed it to ask the plan's manager for that. */
  resume: boolean;
}>;

type Somebody = Pick<Principal, 'party' | 'grants'>;

const keepsAPlan = (somebody: Somebody): boolean =>
  somebody.grants.some(({ plan }) => mayOn(somebody, 'manage', plan));

const auditsAPlan = (somebody: Somebody): boolean =>
  somebody.grants.some(({ plan }) => mayOn(somebody, 'audit', plan));

/** A party with the plans that ever named it. */
export type Contacted = Pick<PartyState, 'id' | 'address'> &
  Readonly<{ plans: ReadonlyArray<PlanId> }>;

/**
 * What somebody may do with a party's contact address: people with their own, whoever keeps every plan with all. Whoever
 * keeps all plans that name a party may give it an address where it has none, and not change one: links to answer by go
 * there, and what is answered by them counts as the party's word in each of those plans.
 */
export const mayContact = (
  somebody: Somebody,
  directory: Directory,
  { id, address, plans }: Contacted,
): MayContact => {
  const canonical = canonicalParty(directory);
  const isOwn = canonical(somebody.party) === canonical(id);
  const keepsAll = mayOn(somebody, 'manage', null);
  return {
    see: isOwn || keepsAPlan(somebody) || auditsAPlan(somebody),
    set:
      isOwn ||
      keepsAll ||
      (address === null &&
        keepsAPlan(somebody) &&
        plans.every((plan) => mayOn(somebody, 'manage', plan))),
    stop: isOwn || keepsAll,
    resume: isOwn || keepsAPlan(somebody),
  };
};

const refusals: Readonly<Record<keyof MayContact, string>> = {
  see: 'You may not see where reminders to them go: that takes themselves, or the role manager, auditor or administrator.',
  set: 'You may not set where reminders to them go: people may set their own address, whoever keeps every plan anybody’s; whoever keeps every plan that names somebody may give them one where they have none.',
  stop: 'You may not stop the reminders to them: that takes themselves, or the role manager or administrator on every plan.',
  resume:
    'You may not let reminders to them begin again: that takes themselves, or the role manager or administrator.',
};

/** The same as a guard: others are told who may. */
export const permittedToContact =
  (somebody: Somebody, directory: Directory, what: keyof MayContact) =>
  (party: Contacted): E.Either<Failure, null> =>
    mayContact(somebody, directory, party)[what]
      ? E.right(null)
      : E.left(notAuthorised(refusals[what]));

/** What somebody may do with where reminders to a party go, and that party; `undefined` where there is none. */
export type Contact = Readonly<{ party: PartyState; directory: Directory; contacted: Contacted }>;

/** A party's contact address, with all that says who may do what with it. */
export const loadContact =
  (deps: Pick<Readable, 'views'>) =>
  (somebody: Pick<Principal, 'party'>, id: string): E.Either<Failure, Contact | undefined> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadParties(deps, [id, somebody.party])),
      E.bind('streams', () => E.mapLeft(storage)(deps.views.listStreamsNaming('plan', id))),
      E.map(({ directory, streams }) => {
        const party = directory.get(id);
        return party === undefined
          ? undefined
          : {
              party,
              directory,
              contacted: {
                id,
                address: party.address,
                plans: streams.map(idIn).filter(PlanIdCodec.is),
              },
            };
      }),
    );
