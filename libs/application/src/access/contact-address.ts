import { canonicalParty, type Directory, type PartyState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { type Failure, notAuthorised } from '../failure.ts';
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

/**
 * What somebody may do with a party's contact address: people with their own, whoever keeps every plan with all. Whoever
 * keeps a plan may give an address to a party that has none, and not change one: links to answer by go there, and what
 * is answered by them counts as the party's word in every plan.
 */
export const mayContact = (
  somebody: Somebody,
  directory: Directory,
  { id, address }: Pick<PartyState, 'id' | 'address'>,
): MayContact => {
  const canonical = canonicalParty(directory);
  const isOwn = canonical(somebody.party) === canonical(id);
  const keepsAll = mayOn(somebody, 'manage', null);
  return {
    see: isOwn || keepsAPlan(somebody) || auditsAPlan(somebody),
    set: isOwn || keepsAll || (address === null && keepsAPlan(somebody)),
    stop: isOwn || keepsAll,
    resume: isOwn || keepsAPlan(somebody),
  };
};

const refusals: Readonly<Record<keyof MayContact, string>> = {
  see: 'You may not see where reminders to them go: that takes themselves, or the role manager, auditor or administrator.',
  set: 'You may not set where reminders to them go: people may set their own address, whoever keeps every plan anybody’s; whoever keeps a plan may give an address to somebody who has none.',
  stop: 'You may not stop the reminders to them: that takes themselves, or the role manager or administrator on every plan.',
  resume:
    'You may not let reminders to them begin again: that takes themselves, or the role manager or administrator.',
};

/** The same as a guard: others are told who may. */
export const permittedToContact =
  (somebody: Somebody, directory: Directory, what: keyof MayContact) =>
  (party: Pick<PartyState, 'id' | 'address'>): E.Either<Failure, null> =>
    mayContact(somebody, directory, party)[what]
      ? E.right(null)
      : E.left(notAuthorised(refusals[what]));
