import type { LinkAgain, MessageState, Settled } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  type ItemState,
  nameOf,
  type PlanFacts,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import type { AskedInstead } from './due-reminder.ts';

/** A thing that was asked for, and what came of it. */
export type AskedAnswer = Readonly<{
  item: number;
  /** Of what, by its subject: `action:27`, `target:2.3a`, `plan`. */
  about: string;
  /** By the ref that the action has now; `null` for what is no action. */
  action: string | null;
  /** Its words; "" of what is in the plan no longer. */
  title: string;
  reason: ItemState['debt']['reason'];
  since: LocalDate;
  dueOn: LocalDate;
  escalatedFrom: AskedInstead | null;
  settled: Settled | null;
  withdrawn: string | null;
}>;

/** A message of a plan's reminders, and what became of it. */
export type MessageAnswer = Readonly<{
  on: LocalDate;
  message: number;
  to: NamedParty;
  state: MessageState;
  items: ReadonlyArray<AskedAnswer>;
  linksRevoked: boolean;
  linkAgain: LinkAgain | null;
}>;

/** What names are told by: of what a plan's actions are, of everything that was asked for, and of people. */
export type Named = Readonly<{
  facts: PlanFacts;
  titles: ReadonlyMap<string, string>;
  directory: Directory;
}>;

const itemOf =
  ({ facts, titles, directory }: Named) =>
  ({ item, debt, dueOn, because, insteadOf = [], settled, withdrawn }: ItemState): AskedAnswer => ({
    ...{ item, about: debt.about, reason: debt.reason, since: debt.since, dueOn },
    action: facts.actions.find(({ id }) => `action:${id}` === debt.about)?.ref ?? null,
    title: titles.get(debt.about) ?? '',
    escalatedFrom:
      because === undefined ? null : { because, parties: insteadOf.map(namedParty(directory)) },
    ...{ settled, withdrawn },
  });

/** A message by the names that everything has now. */
export const messageAnswerOf =
  (named: Named, on: LocalDate) =>
  ({ message, to, state, items, linksRevoked, linkAgain }: ReminderMessage): MessageAnswer => ({
    ...{ on, message, state, linksRevoked, linkAgain },
    to: { id: canonicalParty(named.directory)(to), name: nameOf(named.directory)(to) },
    items: items.map(itemOf(named)),
  });

/** Everybody who is named in a run. */
export const namedIn = ({ messages }: Pick<ReminderRun, 'messages'>): ReadonlyArray<string> =>
  messages.flatMap(({ to, items }) => [to, ...items.flatMap(({ insteadOf = [] }) => insteadOf)]);

/** Everything that a run asks for, by its subject. */
export const subjectsIn = ({ messages }: Pick<ReminderRun, 'messages'>): ReadonlyArray<string> =>
  messages.flatMap(({ items }) => items.map(({ debt }) => debt.about));
