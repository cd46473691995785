import type { LinkAgain, MessageState, Settled } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  askedSoFar,
  canonicalParty,
  type Directory,
  type ItemState,
  nameOf,
  type PlanFacts,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import type { NamedParty } from '../questions/naming.ts';
import { actionAbout } from './action-about.ts';
import { type AskedInstead, askedInsteadOf } from './asked-instead.ts';

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
  /** A later message asked for it again: what came of it stands there. */
  askedAgain: boolean;
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

/** What a run is told by: how everything that was asked for is called, and people; and what was asked for last where. */
export type Named = Readonly<{
  facts: PlanFacts;
  titles: ReadonlyMap<string, string>;
  directory: Directory;
  /** The places of what was asked for and not settled, each where it was asked for last. */
  pending: ReadonlySet<string>;
}>;

/** Where something was asked for. */
type Place = Readonly<{ run: LocalDate; message: number; item: number }>;

const placeKey = ({ run, message, item }: Place): string => `${run} ${message} ${item}`;

/** Where everything was asked for last that was not settled, as the last run of a plan knows it. */
export const pendingPlaces = (lastRun: ReminderRun | null): ReadonlySet<string> =>
  new Set((lastRun === null ? [] : askedSoFar(lastRun)).map(placeKey));

const itemOf =
  (
    { facts, titles, directory, pending }: Named,
    place: Omit<Place, 'item'>,
    linkAgain: LinkAgain | null,
  ) =>
  (asked: ItemState): AskedAnswer => {
    const { item, debt, dueOn, settled, withdrawn } = asked;
    return {
      ...{ item, about: debt.about, reason: debt.reason, since: debt.since, dueOn },
      action: actionAbout(facts, debt.about)?.ref ?? null,
      title: titles.get(debt.about) ?? '',
      escalatedFrom: askedInsteadOf(directory)(asked),
      ...{ settled, withdrawn },
      // A link that was sent again asks for nothing anew: what came of it stands where it was asked for.
      askedAgain:
        linkAgain === null &&
        settled === null &&
        withdrawn === null &&
        !pending.has(placeKey({ ...place, item })),
    };
  };

/** A message by the names that everything has now. */
export const messageAnswerOf =
  (named: Named, on: LocalDate) =>
  ({ message, to, state, items, linksRevoked, linkAgain }: ReminderMessage): MessageAnswer => ({
    ...{ on, message, state, linksRevoked, linkAgain },
    to: { id: canonicalParty(named.directory)(to), name: nameOf(named.directory)(to) },
    items: items.map(itemOf(named, { run: on, message }, linkAgain)),
  });

/** Everybody who is named in a run. */
export const namedIn = ({ messages }: Pick<ReminderRun, 'messages'>): ReadonlyArray<string> =>
  messages.flatMap(({ to, items }) => [to, ...items.flatMap(({ insteadOf = [] }) => insteadOf)]);

/** Everything that a run asks for, by its subject. */
export const subjectsIn = ({ messages }: Pick<ReminderRun, 'messages'>): ReadonlyArray<string> =>
  messages.flatMap(({ items }) => items.map(({ debt }) => debt.about));
