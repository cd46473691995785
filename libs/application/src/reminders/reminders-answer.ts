import type { LinkAgain, MessageState, PlanId, Settled } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  canonicalParty,
  type Directory,
  nameOf,
  planFactsOf,
  type PlanFacts,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import type { Failure } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { cutFor } from '../questions/plan-answer.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';
import type { AskedInstead } from './due-reminder.ts';
import { listRuns, loadRun } from './reminder-streams.ts';

/** A thing that was asked for, and what came of it. */
export type AskedAnswer = Readonly<{
  item: number;
  about: string;
  /** By the ref that the action has now; `null` for what is no action. */
  action: string | null;
  title: string;
  reason: ReminderMessage['items'][number]['debt']['reason'];
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

/** A day on which a plan's reminders ran. */
export type RunAnswer = Readonly<{
  on: LocalDate;
  /** What it knew: nothing went out for what was answered by then. */
  ordinal: Ordinal;
  messages: ReadonlyArray<MessageAnswer>;
}>;

/** What was asked on a plan, the last day first, and how many days there are altogether. */
export type RemindersAnswer = Readonly<{ runs: ReadonlyArray<RunAnswer>; days: number }>;

const itemOf =
  (facts: PlanFacts, directory: Directory) =>
  ({
    item,
    debt,
    dueOn,
    because,
    insteadOf = [],
    settled,
    withdrawn,
  }: ReminderMessage['items'][number]): AskedAnswer => {
    const action = facts.actions.find(({ id }) => `action:${id}` === debt.about);
    return {
      ...{ item, about: debt.about, reason: debt.reason, since: debt.since, dueOn },
      action: action?.ref ?? null,
      title: action?.title ?? '',
      escalatedFrom:
        because === undefined ? null : { because, parties: insteadOf.map(namedParty(directory)) },
      ...{ settled, withdrawn },
    };
  };

const runAnswer =
  (facts: PlanFacts, directory: Directory) =>
  ({ on, ordinal, messages }: ReminderRun): RunAnswer => ({
    on,
    ordinal,
    messages: messages.map(({ message, to, state, items, linksRevoked, linkAgain }) => ({
      ...{ on, message, state, linksRevoked, linkAgain },
      to: { id: canonicalParty(directory)(to), name: nameOf(directory)(to) },
      items: items.map(itemOf(facts, directory)),
    })),
  });

const namedIn = ({ messages }: ReminderRun): ReadonlyArray<string> =>
  messages.flatMap(({ to, items }) => [to, ...items.flatMap(({ insteadOf = [] }) => insteadOf)]);

/**
 * What a plan's reminders asked of whom, and what became of each: by the names that everything has now.
 * @param most so many days with reminders at most, the last ones
 * @param before only days before this one
 */
export const remindersAnswer =
  (deps: Readable) =>
  (
    plan: PlanId,
    { most, before }: Readonly<{ most: number; before?: LocalDate | undefined }>,
  ): E.Either<Failure, RemindersAnswer> =>
    pipe(
      E.Do,
      E.bind('resolved', () => resolveQuestion(deps)(plan, {})),
      E.bind('facts', ({ resolved }) =>
        pipe(cutFor(deps, resolved, ['exists', 'ref', 'title', 'status']), E.map(planFactsOf)),
      ),
      E.bind('days', () => listRuns(deps, plan)),
      E.bind('runs', ({ days, resolved }) =>
        pipe(
          days
            .filter((day) => before === undefined || day < before)
            .slice(-most)
            .toReversed(),
          E.traverseArray((day) => loadRun(deps, plan, day, resolved.point.knownAt)),
          E.map((found) => RA.compact(found.map((run): O.Option<ReminderRun> => run))),
        ),
      ),
      E.bind('directory', ({ runs }) => loadParties(deps, runs.flatMap(namedIn))),
      E.map(({ days, facts, runs, directory }) => ({
        days: days.length,
        runs: runs.map(runAnswer(facts, directory)),
      })),
    );
