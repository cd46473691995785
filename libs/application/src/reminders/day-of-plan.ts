import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { ReminderMessage, ReminderRun } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import { loadSituation, type Look, type PlanSituation } from './load-situation.ts';
import { isLinkToSend, isUnfinished, runsWithLinksToSend } from './links-again.ts';
import { closeRun, notNow, type NotNow, planRun } from './plan-run.ts';
import { loadLastRun } from './reminder-streams.ts';
import type { Reminding } from './reminding.ts';
import { takeTurn, type Turn } from './send-message.ts';
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
  isToEnd: () => boolean,
): TE.TaskEither<Failure, Pick<Reminded, 'sent' | 'notSent' | 'withdrawn'>> =>
  pipe(
    unfinished,
    TE.traverseSeqArray(
      ({ run, message }): TE.TaskEither<Failure, Turn> =>
        () =>
          isToEnd()
            ? TE.right<Failure, Turn>('not due')()
            : pipe(
                freshest(reminding, look, situation),
                TE.chain((now) => takeTurn(reminding, now, run, message)),
              )(),
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
    lastRun === null ? TE.right<Failure, number>(0) : closeRun(reminding, lastRun),
    TE.chain(() => planRun(reminding, situation)),
    TE.map((ours) => ours || 'nothing to ask'),
  );
};

/** What is fixed of a plan's day, before anything leaves. */
export type Fixed = Pick<Reminded, 'plan' | 'planned' | 'settled' | 'zone' | 'today'> &
  Readonly<{ isAnythingLeft: boolean }>;

/** Records what settled what was asked, and what is asked today. */
export const fixDay = (
  reminding: Reminding,
  look: Look,
  plan: PlanId,
): TE.TaskEither<Failure, Fixed> =>
  pipe(
    TE.Do,
    TE.bind('situation', () => TE.fromEither(loadSituation(reminding, look, plan))),
    TE.bind('settled', ({ situation }) => settleAsked(reminding, situation)),
    TE.bind('planned', ({ situation }) => planned(reminding, situation)),
    TE.bind('isAnythingLeft', ({ situation, planned: outcome }) =>
      // What was fixed just now has not left.
      outcome === true
        ? TE.right(true)
        : pipe(
            TE.fromEither(unfinishedOf(reminding, situation)),
            TE.map(({ length }) => length > 0),
          ),
    ),
    TE.map(({ situation: { zone, today }, settled, planned: outcome, isAnythingLeft }) => ({
      ...{ plan, zone, today, settled, planned: outcome, isAnythingLeft },
    })),
  );

const nothingSent = { sent: 0, notSent: 0, withdrawn: 0 };

/**
 * Lets leave what is to leave now.
 * @param isToEnd asked before each message: whether the rest is for a later round
 */
export const letLeave = (
  reminding: Reminding,
  look: Look,
  { isAnythingLeft, ...fixed }: Fixed,
  isToEnd: () => boolean = () => false,
): TE.TaskEither<Failure, Reminded> => {
  const isDone = fixed.planned !== 'too early';
  return isAnythingLeft
    ? pipe(
        TE.fromEither(loadSituation(reminding, look, fixed.plan)),
        TE.bindTo('situation'),
        TE.bind('unfinished', ({ situation }) => TE.fromEither(unfinishedOf(reminding, situation))),
        TE.bind('turns', ({ situation, unfinished }) =>
          sendAll(reminding, look, situation, unfinished, isToEnd),
        ),
        TE.bind('left', ({ situation }) => TE.fromEither(unfinishedOf(reminding, situation))),
        TE.map(({ turns, left }) => ({
          ...fixed,
          ...turns,
          isDoneForToday: isDone && left.length === 0,
        })),
      )
    : TE.right({ ...fixed, ...nothingSent, isDoneForToday: isDone });
};
