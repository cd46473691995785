import type { OwedReason, PlanId } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  type Owed,
  owedOn,
  type PlanFacts,
} from '@trackrecord/read-models';
import { type NamedParty, namedParty } from './naming.ts';

/** One debt as an answer gives it. */
export type OwedAnswer = Readonly<{
  plan: PlanId;
  /** Of what, by its subject: `action:27`, `target:2.3a`, `indicator:ni-112`, `plan`. */
  about: string;
  /** The action's ref; `null` where it is no action. */
  action: string | null;
  /** The words of what it is of; `null` where the whole plan owes. */
  title: string | null;
  party: NamedParty | null;
  reason: OwedReason;
  since: LocalDate;
  dueOn: LocalDate;
  daysOverdue: number;
  words: string | null;
  /** The request, where one was made. */
  request: string | null;
}>;

/** A debt by names: the party as it goes after every merger, and the words of what is owed. */
export const answerOf =
  (plan: PlanId, directory: Directory, titles: ReadonlyMap<string, string>) =>
  (owed: Owed): OwedAnswer => ({
    plan,
    ...owed,
    title: titles.get(owed.about) ?? null,
    party:
      owed.party === null ? null : namedParty(directory)(canonicalParty(directory)(owed.party)),
  });

/** Two spellings of one party owe once. */
const once = (debts: ReadonlyArray<OwedAnswer>): ReadonlyArray<OwedAnswer> => [
  ...new Map(debts.map((debt) => [JSON.stringify(debt), debt] as const)).values(),
];

/** The updates that are owed in a plan, by name: parties as they go after every merger. */
export const debtsIn = (
  plan: PlanId,
  facts: PlanFacts,
  asOf: LocalDate,
  directory: Directory,
): ReadonlyArray<OwedAnswer> => {
  const titles = new Map(facts.actions.map(({ id, title }) => [`action:${id}`, title]));
  return once(owedOn(facts, asOf).map(answerOf(plan, directory, titles)));
};
