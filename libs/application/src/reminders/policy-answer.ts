import type { CadenceByRating, ReminderPolicy } from '@trackrecord/domain';
import { reminderPolicy } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { canonicalParty, planFactsOf, policyOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { accessDate, loadAccounts } from '../access/load-access.ts';
import type { Failure } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { cutFor } from '../questions/plan-answer.ts';
import type { Resolved } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';
import { managersOf } from './load-contacts.ts';

/** How a plan asks for updates that are due. */
export type PolicyAnswer = Readonly<{
  plan: string;
  asOf: LocalDate;
  ordinal: Ordinal;
  policy: ReminderPolicy;
  /** Whether nobody has said anything else than what holds of itself. */
  isDefault: boolean;
  /** In calendar months; by rating otherwise, where 0 is never. */
  cadenceMonths: number;
  cadenceByRating: CadenceByRating;
  /** The ratings that the plan uses. */
  scale: ReadonlyArray<string>;
  /** By the policy's time zone, else the plan's. */
  timeZone: string;
  /** Who answers for what nobody owns; by the policy, else by their role. */
  managers: ReadonlyArray<NamedParty>;
  sponsor: NamedParty | null;
}>;

/** The fields that a policy and what goes with it stand in. */
const fields = [
  ...['exists', 'title', 'timeZone', 'status', 'cadenceMonths', 'cadenceByRating', 'ratingScale'],
  'reminderPolicy',
];

/** How a plan asks for updates that are due, on both clocks; who has which role, as known now. */
export const policyAnswer =
  (deps: Readable) =>
  (resolved: Resolved): E.Either<Failure, PolicyAnswer> =>
    pipe(
      E.Do,
      E.bind('cut', () => cutFor(deps, resolved, fields)),
      E.let('policy', ({ cut }) => policyOf(cut)),
      E.bind('accounts', () => loadAccounts(deps, accessDate(deps))),
      E.let('managers', ({ policy, accounts }) => managersOf(policy, accounts, resolved.plan)),
      E.bind('directory', ({ policy, managers }) =>
        loadParties(deps, [...managers, ...(policy.sponsor === undefined ? [] : [policy.sponsor])]),
      ),
      E.map(({ cut, policy, managers, directory }) => {
        const facts = planFactsOf(cut);
        const named = (id: string) => namedParty(directory)(canonicalParty(directory)(id));
        return {
          plan: resolved.plan,
          asOf: resolved.point.asOf,
          ordinal: resolved.point.knownAt,
          policy,
          isDefault: O.isNone(reminderPolicy.of(cut, 'plan')),
          cadenceMonths: facts.cadence.months,
          cadenceByRating: facts.cadence.byRating,
          scale: facts.scale,
          timeZone: policy.timeZone ?? facts.timeZone,
          managers: managers.map(named),
          sponsor: policy.sponsor === undefined ? null : named(policy.sponsor),
        };
      }),
    );
