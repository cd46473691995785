import type { AskedItem, OwedReason, PlanId } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { debtKey, debtOf, nameOf } from '@trackrecord/read-models';
import { actionAbout } from './action-about.ts';
import { type AskedInstead, askedInsteadOf, insteadForAll } from './asked-instead.ts';
import type { PlanSituation } from './load-situation.ts';

export type { AskedInstead } from './asked-instead.ts';

/** A thing that a reminder asks for. */
export type DueItem = Readonly<{
  /** Of what, by its subject: `action:27`, `indicator:ni-112`. */
  about: string;
  /** The action's ref; `null` for what is no action. */
  action: string | null;
  title: string;
  reason: OwedReason;
  since: LocalDate;
  dueOn: LocalDate;
  /** In which words somebody asked for it. */
  words: string | null;
  escalatedFrom: AskedInstead | null;
}>;

/** A reminder that is to go out. */
export type DueReminder = Readonly<{
  to: Readonly<{ party: string; name: string; address: string | null }>;
  plan: PlanId;
  items: ReadonlyArray<DueItem>;
  /** Where all of it was asked of somebody else first, or nobody owns it. */
  escalatedFrom: AskedInstead | null;
}>;

type Message = Readonly<{ to: string; items: ReadonlyArray<AskedItem> }>;

const itemOf = ({ owed, facts, contacts }: PlanSituation): ((item: AskedItem) => DueItem) => {
  const wordsOf = new Map(
    owed.flatMap((one) => debtOf(one).map((debt) => [debtKey(debt), one.words] as const)),
  );
  return (item) => {
    const { debt, dueOn } = item;
    const action = actionAbout(facts, debt.about);
    return {
      about: debt.about,
      action: action?.ref ?? null,
      title: action?.title ?? '',
      reason: debt.reason,
      since: debt.since,
      dueOn,
      words: wordsOf.get(debtKey(debt)) ?? null,
      escalatedFrom: askedInsteadOf(contacts.directory)(item),
    };
  };
};

/** A message as people and programs are told of it. */
export const dueReminderOf = (situation: PlanSituation): ((message: Message) => DueReminder) => {
  const { directory } = situation.contacts;
  const told = itemOf(situation);
  return ({ to, items }) => {
    const all = items.map(told);
    return {
      to: {
        party: to,
        name: nameOf(directory)(to),
        address: directory.get(to)?.address ?? null,
      },
      plan: situation.plan,
      items: all,
      escalatedFrom: insteadForAll(all.map(({ escalatedFrom }) => escalatedFrom)),
    };
  };
};
