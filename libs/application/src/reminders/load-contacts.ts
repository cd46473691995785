import { PartyId, type PlanId, type ReminderPolicy, type Unreachable } from '@trackrecord/domain';
import {
  type AccountState,
  canonicalParty,
  type Contacts,
  type Directory,
  type PartyState,
  type PlanFacts,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { type KnownParties, loadParties, partiesNamedBy } from '../questions/load-parties.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** Whom a plan's reminders can go to. */
export type PlanContacts = Contacts & Readonly<{ directory: Directory }>;

/** Whoever has the role of a plan's manager: on this plan, or, where nobody has, on every plan. */
const managersByRole = (
  accounts: ReadonlyArray<AccountState>,
  plan: PlanId,
): ReadonlyArray<PartyId> => {
  const holders = (on: PlanId | null) =>
    accounts
      .filter(
        ({ status, grants }) =>
          status === 'open' &&
          grants.some((grant) => grant.role === 'manager' && grant.plan === on),
      )
      .map(({ party }) => party);
  const own = holders(plan);
  return own.length > 0 ? own : holders(null);
};

/** Who answers for what nobody owns: whom the policy names, else whoever has the role. */
export const managersOf = (
  policy: ReminderPolicy,
  accounts: ReadonlyArray<AccountState>,
  plan: PlanId,
): ReadonlyArray<PartyId> =>
  policy.manager === undefined ? managersByRole(accounts, plan) : [policy.manager];

/** Everybody who ever belonged to an organisation: who still does, their own state tells. */
const peopleOf = (
  { views }: Pick<Readable, 'views'>,
  organisations: ReadonlyArray<string>,
): E.Either<Failure, ReadonlyArray<string>> =>
  pipe(
    organisations,
    E.traverseArray((id) => views.listStreamsNaming('party', id)),
    E.bimap(storage, (streams) => [...new Set(streams.flat().map(idIn))]),
  );

const isReachable =
  (unreachable: ReadonlyArray<Unreachable>) =>
  ({ id, address, addressAt, declines }: PartyState): boolean =>
    address !== null &&
    !declines &&
    !unreachable.some(({ party, ordinal }) => party === id && ordinal >= (addressAt ?? 0));

const recipientsIn = (
  directory: Directory,
  unreachable: ReadonlyArray<Unreachable>,
): Contacts['recipients'] => {
  const canonical = canonicalParty(directory);
  const reachable = isReachable(unreachable);
  const canBeAsked = [...directory.values()].filter(
    (party) => party.mergedInto === null && reachable(party),
  );
  const people = new Map<string, ReadonlyArray<string>>();
  return (party) => {
    const id = canonical(party);
    const own = canBeAsked.filter((one) => one.id === id);
    const known = people.get(id);
    const belonging =
      known ??
      (directory.get(id)?.kind === 'organisation'
        ? canBeAsked
            .filter(({ organisations }) => organisations.map((one) => canonical(one)).includes(id))
            .map((one) => one.id)
        : []);
    people.set(id, belonging);
    return (belonging.length > 0 ? belonging : own.map((one) => one.id)).filter(PartyId.is);
  };
};

/** What is known of people besides the plan. */
export type KnownOfPeople = Readonly<{
  /** Everybody's: who has the role of the manager answers where the policy names nobody. */
  accounts: ReadonlyArray<AccountState>;
  unreachable: ReadonlyArray<Unreachable>;
  parties?: KnownParties | undefined;
}>;

/**
 * Whom a plan's reminders can go to, by the names and addresses that they have now: the people of an organisation
 * rather than itself, nobody without an address, who declines them, or whose address took none.
 */
export const loadContacts = (
  deps: Pick<Readable, 'views'>,
  plan: PlanId,
  facts: PlanFacts,
  policy: ReminderPolicy,
  { accounts, parties: known, unreachable }: KnownOfPeople,
): E.Either<Failure, PlanContacts> => {
  const managers = managersOf(policy, accounts, plan);
  const named = [
    ...partiesNamedBy(facts),
    ...managers,
    ...(policy.sponsor === undefined ? [] : [policy.sponsor]),
  ];
  return pipe(
    E.Do,
    E.bind('parties', () => loadParties(deps, named, known)),
    E.bind('people', ({ parties }) =>
      peopleOf(
        deps,
        [...parties.values()].filter(({ kind }) => kind === 'organisation').map(({ id }) => id),
      ),
    ),
    E.bind('directory', ({ parties, people }) =>
      people.length === 0 ? E.right(parties) : loadParties(deps, [...named, ...people], known),
    ),
    E.map(({ directory }) => ({
      directory,
      managers,
      recipients: recipientsIn(directory, unreachable),
      supporters: supportersIn(facts),
    })),
  );
};

const supportersIn = ({ actions }: PlanFacts): Contacts['supporters'] => {
  const byAction = new Map(
    actions.map(({ id, owners }) => [
      `action:${id}`,
      owners.filter(({ value }) => value === 'support').map((owner) => owner.id),
    ]),
  );
  return (about) => byAction.get(about) ?? [];
};
