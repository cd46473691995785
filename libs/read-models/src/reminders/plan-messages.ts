import {
  type Asked,
  type AskedItem,
  type Because,
  type Debt,
  type Level,
  PartyId,
  type PlannedMessage,
  type ReminderPolicy,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import type { Owed } from '../owed/owed.ts';
import { askedKey, debtKey, debtOf } from './asked-so-far.ts';
import {
  type AskingDays,
  escalatedDays,
  isAskedFor,
  isToAskFor,
  ownersDays,
} from './asking-days.ts';

/** Whom to write to. */
export type Contacts = Readonly<{
  /**
   * Whoever can be reached for a party: itself; an organisation's people, or the organisation where none of them
   * can be; nobody where there is no address.
   */
  recipients: (party: string) => ReadonlyArray<PartyId>;
  /** Who helps with an action, by its subject. */
  supporters: (about: string) => ReadonlyArray<string>;
  /** Who answers for what nobody owns. */
  managers: ReadonlyArray<string>;
}>;

/** What a day's messages are made of. */
export type Situation = Readonly<{
  policy: ReminderPolicy;
  today: LocalDate;
  /** What is owed, and what comes up within the days that are asked before it is due. */
  owed: ReadonlyArray<Owed>;
  contacts: Contacts;
  /** What was asked so far of whom. */
  asked: ReadonlyArray<Asked>;
}>;

/** One thing to ask of one person, and on which days: so many after a date. */
type Asking = Readonly<{ to: PartyId; item: AskedItem; days: AskingDays; from: LocalDate }>;

type Step = Readonly<{ level: Level; parties: ReadonlyArray<string>; after: number | undefined }>;

/** To whom a debt goes up, in this order. */
const stepsUp = (
  { policy, contacts }: Situation,
  { debt: { about } }: OwedByAll,
): ReadonlyArray<Step> => {
  const { support, manager, sponsor } = policy.escalation;
  return [
    { level: 'support', parties: contacts.supporters(about), after: support },
    { level: 'manager', parties: contacts.managers, after: manager },
    {
      level: 'sponsor',
      parties: policy.sponsor === undefined ? [] : [policy.sponsor],
      after: sponsor,
    },
  ];
};

/** A debt, and all who owe it: nobody where nobody is named. */
type OwedByAll = Readonly<{ debt: Debt; dueOn: LocalDate; parties: ReadonlyArray<string> }>;

/** Debts with all who owe them together: nobody stands in for one of them as long as another can be reached. */
const owedTogether = (owed: ReadonlyArray<Owed>): ReadonlyArray<OwedByAll> => {
  const parts = owed.flatMap(({ dueOn, party, ...one }) =>
    debtOf(one).map((debt) => ({ debt, dueOn, party })),
  );
  return [...Map.groupBy(parts, ({ debt }) => debtKey(debt)).values()].flatMap((same) => {
    const [first] = same;
    const parties = same.flatMap(({ party }) => (party === null ? [] : [party]));
    return first === undefined ? [] : [{ ...first, parties: [...new Set(parties)] }];
  });
};

const insteadOf = ({ parties }: OwedByAll): Readonly<{ insteadOf?: ReadonlyArray<PartyId> }> => {
  const named = parties.filter((party) => PartyId.is(party));
  return named.length === 0 ? {} : { insteadOf: named };
};

/** When each debt was asked for first, of whomever. */
const firstAsked = ({ asked }: Situation): ReadonlyMap<string, LocalDate> =>
  new Map(
    asked
      .toSorted((a, b) => (a.first < b.first ? 1 : -1))
      .map((one) => [debtKey(one), one.first] as const),
  );

/** Everybody who is asked for one debt, now or later: whoever owes it, and those to whom it goes up. */
const askingsFor = (situation: Situation) => {
  const first = firstAsked(situation);
  return (owed: OwedByAll): ReadonlyArray<Asking> => {
    const { policy, contacts } = situation;
    const { debt, parties, dueOn } = owed;
    const reached = (step: Step) => step.parties.flatMap(contacts.recipients);
    const of = (
      level: Level,
      recipients: ReadonlyArray<PartyId>,
      from: LocalDate,
      days: AskingDays,
      because?: Because,
    ): ReadonlyArray<Asking> =>
      recipients.map((to) => ({
        ...{ to, days, from },
        item: {
          ...{ debt, dueOn, level },
          ...(because === undefined ? {} : { because, ...insteadOf(owed) }),
        },
      }));
    const owners = parties.flatMap(contacts.recipients);
    const steps = stepsUp(situation, owed);
    const standIn = steps.find((step) => reached(step).length > 0);
    const ofOwners =
      owners.length > 0
        ? of('owner', owners, dueOn, ownersDays(policy))
        : standIn === undefined
          ? []
          : of(
              standIn.level,
              reached(standIn),
              dueOn,
              ownersDays(policy),
              parties.length === 0 ? 'nobody owns it' : 'no address',
            );
    // Nobody is told that somebody did not answer who has only just been asked.
    const asked = first.get(debtKey(debt));
    const from = asked === undefined || asked < dueOn ? dueOn : asked;
    return onceEach([
      ...ofOwners,
      ...(asked === undefined ? [] : steps).flatMap((step) =>
        step.after === undefined
          ? []
          : of(step.level, reached(step), from, escalatedDays(step.after, policy), 'not answered'),
      ),
    ]);
  };
};

/** Nobody is asked twice for one debt: it counts what they are asked as first – as its owner before its helper. */
const onceEach = (askings: ReadonlyArray<Asking>): ReadonlyArray<Asking> =>
  askings.filter(({ to }, place) => askings.findIndex((one) => one.to === to) === place);

/** A thing that is asked for by now; whether a message goes out for it. */
type Active = Asking & Readonly<{ isNews: boolean }>;

const activeOn = ({ today, asked }: Situation): ((asking: Asking) => ReadonlyArray<Active>) => {
  const lastAsked = new Map(asked.map((one) => [askedKey(one), one.last]));
  return (asking) => {
    const { days, from, to, item } = asking;
    const before = lastAsked.get(askedKey({ ...item.debt, to }));
    return isAskedFor(days, from, today)
      ? [{ ...asking, isNews: isToAskFor(days, from, today, before) }]
      : [];
  };
};

const collator = new Intl.Collator('en', { numeric: true });

/** The longest overdue first. */
const byAge = (a: Active, b: Active): number =>
  collator.compare(a.item.dueOn, b.item.dueOn) ||
  collator.compare(a.item.debt.about, b.item.debt.about) ||
  collator.compare(debtKey(a.item.debt), debtKey(b.item.debt));

/**
 * What is to be asked of whom on a day: one message a person with all that is asked of them by then, where the day for
 * any of it has come since it was asked last; or one message a thing, for those whose day has come. Whatever was
 * missed – quiet days, days without a run – is made up for by one message.
 */
export const planMessages = (situation: Situation): ReadonlyArray<PlannedMessage> => {
  const active = owedTogether(situation.owed)
    .flatMap(askingsFor(situation))
    .flatMap(activeOn(situation));
  const byPerson = [...Map.groupBy(active, ({ to }) => to)].toSorted(([a], [b]) =>
    collator.compare(a, b),
  );
  return byPerson.flatMap(([to, all]) => {
    const news = all.filter(({ isNews }) => isNews);
    const sorted = (some: ReadonlyArray<Active>) => some.toSorted(byAge).map(({ item }) => item);
    if (news.length === 0) return [];
    return situation.policy.form === 'digest'
      ? [{ to, items: sorted(all) }]
      : sorted(news).map((item) => ({ to, items: [item] }));
  });
};
