import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { planFactsOf, type ReminderRun } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import type { Failure } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { cutFor } from '../questions/plan-answer.ts';
import { type Resolved, resolveQuestion } from '../questions/resolve-question.ts';
import { subjectTitles } from '../questions/subject-titles.ts';
import type { Readable } from '../trackrecord.ts';
import {
  type MessageAnswer,
  messageAnswerOf,
  type Named,
  namedIn,
  pendingPlaces,
  subjectsIn,
} from './asked-answer.ts';
import { listRuns, loadLastRun, loadRun } from './reminder-streams.ts';

/** A day on which a plan's reminders ran. */
export type RunAnswer = Readonly<{
  on: LocalDate;
  /** What it knew: nothing went out for what was answered by then. */
  ordinal: Ordinal;
  messages: ReadonlyArray<MessageAnswer>;
}>;

/** What was asked on a plan, the last day first, and how many days there are altogether. */
export type RemindersAnswer = Readonly<{
  runs: ReadonlyArray<RunAnswer>;
  days: number;
  /** Whether there are days before those that are told. */
  isMore: boolean;
}>;

/** How everything is called now that was asked for in some runs, and everybody who was asked. */
export const namesFor = (
  deps: Readable,
  resolved: Resolved,
  runs: ReadonlyArray<ReminderRun>,
): E.Either<Failure, Named> =>
  pipe(
    E.Do,
    E.bind('cut', () => cutFor(deps, resolved)),
    E.let('facts', ({ cut }) => planFactsOf(cut)),
    E.bind('titles', ({ cut }) =>
      subjectTitles(deps, cut, resolved.point.knownAt, runs.flatMap(subjectsIn)),
    ),
    E.bind('directory', () => loadParties(deps, runs.flatMap(namedIn))),
    E.bind('pending', () =>
      pipe(
        loadLastRun(deps, resolved.plan, resolved.point.knownAt),
        E.map((last) => pendingPlaces(O.toNullable(last))),
      ),
    ),
  );

/** Whole days, as many as fit: at least one, or nobody could ever see a great one. */
const fitting = (
  runs: ReadonlyArray<ReminderRun>,
  mostMessages: number,
): ReadonlyArray<ReminderRun> =>
  runs.filter(
    (_, place) =>
      place === 0 ||
      runs.slice(0, place + 1).reduce((sum, { messages }) => sum + messages.length, 0) <=
        mostMessages,
  );

/** How much is told at a time. */
export type RemindersAsked = Readonly<{
  /** So many days with reminders at most, the last ones. */
  most: number;
  /** Fewer days, where they held more messages than this; one day is told whole. */
  mostMessages?: number | undefined;
  /** Only days before this one. */
  before?: LocalDate | undefined;
}>;

/** What a plan's reminders asked of whom, and what became of each: by the names that everything has now. */
export const remindersAnswer =
  (deps: Readable) =>
  (
    plan: PlanId,
    { most, mostMessages = Infinity, before }: RemindersAsked,
  ): E.Either<Failure, RemindersAnswer> =>
    pipe(
      E.Do,
      E.bind('resolved', () => resolveQuestion(deps)(plan, {})),
      E.bind('days', () => listRuns(deps, plan)),
      E.let('asked', ({ days }) => days.filter((day) => before === undefined || day < before)),
      E.bind('runs', ({ asked, resolved }) =>
        pipe(
          asked.slice(-most).toReversed(),
          E.traverseArray((day) => loadRun(deps, plan, day, resolved.point.knownAt)),
          E.map((found) => fitting(RA.compact(found), mostMessages)),
        ),
      ),
      E.bind('named', ({ resolved, runs }) => namesFor(deps, resolved, runs)),
      E.map(({ days, asked, runs, named }) => ({
        days: days.length,
        isMore: runs.length < asked.length,
        runs: runs.map(({ on, ordinal, messages }) => ({
          ...{ on, ordinal },
          messages: messages.map(messageAnswerOf(named, on)),
        })),
      })),
    );
