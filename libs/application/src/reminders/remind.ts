import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { ReminderMessage, ReminderRun } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import { loadSituation, type Look, type PlanSituation } from './load-situation.ts';
import { look, plansAsked } from './look.ts';
import { isLinkToSend, isUnfinished, runsWithLinksToSend } from './links-again.ts';
import { closeRun, notNow, type NotNow, planRun } from './plan-run.ts';
import { loadLastRun } from './reminder-streams.ts';
import type { Reminding } from './reminding.ts';
import { takeTurn } from './send-message.ts';
import { settleAsked } from './settle-asked.ts';

/** What a round did about one plan. */
export type Reminded = Readonly<{
  plan: PlanId;
  /** Whether this round fixed what is asked today; else why not. */
  planned: boolean | NotNow;
  sent: number;
  notSent: number;
  withdrawn: number;
  settled: number;
  /** The plan's own day, and where. */
  zone: string;
  today: LocalDate;
  /** Whether nothing is left to do today, unless somebody says something of the plan. */
  isDoneForToday: boolean;
}>;

/** What is known now: taken in from the log first. */
const lookNow = (deps: Reminding): TE.TaskEither<Failure, Look> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => look(deps)),
    TE.map((known) => ({ ...known, parties: new Map() })),
  );

/** Whether the plan is otherwise than a situation knows it: somebody answered meanwhile. */
const isStale = (
  { views }: Reminding,
  { plan, ordinal }: PlanSituation,
  head: Ordinal,
): E.Either<Failure, boolean> =>
  pipe(
    views.lastOrdinalOf(streamOf('plan', plan), head),
    E.bimap(storage, (last) => last > ordinal),
  );

const freshest = (
  reminding: Reminding,
  look: Look,
  situation: PlanSituation,
): TE.TaskEither<Failure, PlanSituation> =>
  pipe(
    reminding.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK((head) =>
      pipe(
        isStale(reminding, situation, head),
        E.chain((stale) =>
          stale
            ? loadSituation(reminding, { accounts: look.accounts, ordinal: head }, situation.plan)
            : E.right(situation),
        ),
      ),
    ),
  );

/** A message that something is to be done about, and the run that it is of. */
type InRun = Readonly<{ run: ReminderRun; message: ReminderMessage }>;

/** Of today's run all, of earlier ones the links that somebody asked for again. */
const unfinishedOf = (
  reminding: Reminding,
  { plan, today }: PlanSituation,
): E.Either<Failure, ReadonlyArray<InRun>> =>
  pipe(
    E.Do,
    E.bind('current', () => currentRun(reminding, plan)),
    E.bind('earlier', () => runsWithLinksToSend(reminding, plan, today)),
    E.map(({ current, earlier }) => [
      ...(O.isNone(current) || current.value.on !== today
        ? []
        : inRun(current.value, isUnfinished)),
      ...earlier.flatMap((run) => inRun(run, isLinkToSend)),
    ]),
  );

const inRun = (
  run: ReminderRun,
  which: (message: ReminderMessage) => boolean,
): ReadonlyArray<InRun> => run.messages.filter(which).map((message) => ({ run, message }));

const sendAll = (
  reminding: Reminding,
  look: Look,
  situation: PlanSituation,
  unfinished: ReadonlyArray<InRun>,
): TE.TaskEither<Failure, Pick<Reminded, 'sent' | 'notSent' | 'withdrawn'>> =>
  pipe(
    unfinished,
    TE.traverseSeqArray(({ run, message }) =>
      pipe(
        freshest(reminding, look, situation),
        TE.chain((now) => takeTurn(reminding, now, run, message)),
      ),
    ),
    TE.map((turns) => {
      const count = (turn: (typeof turns)[number]) => turns.filter((one) => one === turn).length;
      return { sent: count('sent'), notSent: count('not sent'), withdrawn: count('withdrawn') };
    }),
  );

const currentRun = (reminding: Reminding, plan: PlanId): E.Either<Failure, O.Option<ReminderRun>> =>
  pipe(
    reminding.views.head(),
    E.mapLeft(storage),
    E.chain((head) => loadLastRun(reminding, plan, head)),
  );

const planned = (
  reminding: Reminding,
  situation: PlanSituation,
): TE.TaskEither<Failure, Reminded['planned']> => {
  const why = notNow(reminding, situation);
  const { lastRun } = situation;
  if (why !== undefined) return TE.right(why);
  return pipe(
    lastRun === null ? TE.right(false) : closeRun(reminding, lastRun),
    TE.chain(() => planRun(reminding, situation)),
    TE.map((ours) => ours || 'nothing to ask'),
  );
};

/** Does all that is to be done now about one plan's reminders. */
export const remindOf =
  (reminding: Reminding, look: Look) =>
  (plan: PlanId): TE.TaskEither<Failure, Reminded> =>
    pipe(
      TE.Do,
      TE.bind('situation', () => TE.fromEither(loadSituation(reminding, look, plan))),
      TE.bind('settled', ({ situation }) => settleAsked(reminding, situation)),
      TE.bind('planned', ({ situation }) => planned(reminding, situation)),
      TE.bind('unfinished', ({ situation }) => TE.fromEither(unfinishedOf(reminding, situation))),
      TE.bind('turns', ({ situation, unfinished }) =>
        sendAll(reminding, look, situation, unfinished),
      ),
      TE.bind('left', ({ situation }) => TE.fromEither(unfinishedOf(reminding, situation))),
      TE.map(({ situation: { zone, today }, settled, planned: outcome, turns, left }) => ({
        ...{ plan, zone, today, settled, planned: outcome },
        ...turns,
        isDoneForToday: outcome !== 'too early' && left.length === 0,
      })),
    );

/** Of which plans there was nothing left to do on their day, up to which ordinal: for whoever goes round often. */
export type Rounds = Map<PlanId, Readonly<{ zone: string; day: LocalDate; upTo: Ordinal }>>;

/** What a round did, plan by plan; a plan that failed is no reason to leave the others out. */
export type Round = Readonly<{
  reminded: ReadonlyArray<Reminded>;
  failures: ReadonlyArray<Readonly<{ plan: PlanId; failure: Failure }>>;
}>;

/** Whether the day's work on a plan was done already, and nothing was said of the plan since. */
const isDone =
  ({ views, clock }: Reminding, rounds: Rounds, head: Ordinal) =>
  (plan: PlanId): boolean => {
    const done = rounds.get(plan);
    if (done === undefined || clock.today(done.zone) !== done.day) return false;
    const last = views.lastOrdinalOf(streamOf('plan', plan), head);
    return E.isRight(last) && last.right <= done.upTo;
  };

/**
 * One round of the reminders of every plan. All that it goes by is in the log: it can be ended at any point and begun
 * again, by this process or another, and several at once send nothing twice.
 * @param only one plan alone
 * @param rounds what earlier rounds of this process remembered; only spares work
 */
export const remind = (
  reminding: Reminding,
  { rounds = new Map(), only }: Readonly<{ rounds?: Rounds; only?: PlanId | undefined }> = {},
): TE.TaskEither<Failure, Round> =>
  pipe(
    lookNow(reminding),
    TE.chain((look) =>
      pipe(
        TE.fromEither(plansAsked(reminding, only)),
        TE.map((plans) => plans.filter((plan) => !isDone(reminding, rounds, look.ordinal)(plan))),
        TE.chainTaskK(T.traverseSeqArray((plan) => roundOf(reminding, look, rounds, plan))),
        TE.map((outcomes) => ({
          reminded: outcomes.flatMap((one) => (E.isRight(one) ? [one.right] : [])),
          failures: outcomes.flatMap((one) => (E.isLeft(one) ? [one.left] : [])),
        })),
      ),
    ),
  );

const roundOf = (
  reminding: Reminding,
  look: Look,
  rounds: Rounds,
  plan: PlanId,
): T.Task<E.Either<Round['failures'][number], Reminded>> =>
  pipe(
    remindOf(reminding, look)(plan),
    TE.bimap(
      (failure) => ({ plan, failure }),
      (reminded) => {
        const { zone, today: day, isDoneForToday } = reminded;
        if (isDoneForToday) rounds.set(plan, { zone, day, upTo: look.ordinal });
        else rounds.delete(plan);
        return reminded;
      },
    ),
  );
