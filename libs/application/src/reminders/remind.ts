import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { plansAsked } from '../questions/plans-asked.ts';
import { streamOf } from '../streams.ts';
import { type Fixed, fixDay, letLeave, type Reminded } from './day-of-plan.ts';
import type { Look } from './load-situation.ts';
import { look } from './look.ts';
import type { Reminding } from './reminding.ts';

/** What is known now: taken in from the log first. */
const lookNow = (deps: Reminding): TE.TaskEither<Failure, Look> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => look(deps)),
    TE.map((known) => ({ ...known, parties: new Map() })),
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
  ({ views, clock }: Reminding, rounds: Rounds | undefined, head: Ordinal) =>
  (plan: PlanId): boolean => {
    const done = rounds?.get(plan);
    if (done === undefined || clock.today(done.zone) !== done.day) return false;
    const last = views.lastOrdinalOf(streamOf('plan', plan), head);
    return E.isRight(last) && last.right <= done.upTo;
  };

type Failed = Round['failures'][number];

/** So many plans are fixed side by side: what they record becomes durable together. */
const fixedAtOnce = 32;

/** Messages of so many plans leave side by side: no mail server is pressed by more connections. */
const sentAtOnce = 4;

/** What came of some plans; a defect of ours in one of them is kept until the others have had their turn. */
type Outcomes<B> = Readonly<{
  done: ReadonlyArray<B>;
  failures: ReadonlyArray<Failed>;
  defects: ReadonlyArray<Error>;
}>;

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/** Does something for every plan, some side by side; one that fails is told of, and the others go on. */
const each = <A, B>(
  all: ReadonlyArray<A>,
  atOnce: number,
  planOf: (one: A) => PlanId,
  work: (one: A) => TE.TaskEither<Failure, B>,
): T.Task<Outcomes<B>> =>
  pipe(
    RA.chunksOf(atOnce)(all),
    T.traverseSeqArray(
      T.traverseArray((one) =>
        TE.tryCatch(
          () =>
            pipe(
              work(one),
              TE.mapLeft((failure): Failed => ({ plan: planOf(one), failure })),
            )(),
          asError,
        ),
      ),
    ),
    T.map((parts) => {
      const all = parts.flat();
      const outcomes = RA.rights(all);
      return {
        done: RA.rights(outcomes),
        failures: RA.lefts(outcomes),
        defects: RA.lefts(all),
      };
    }),
  );

/** What of a round has been fixed. */
type FixedAll = Outcomes<Fixed> & Readonly<{ look: Look }>;

/** Which plans a round is about, and what earlier ones of this process remember, which only spares work. */
export type RoundOf = Readonly<{
  only?: PlanId | undefined;
  rounds?: Rounds | undefined;
  /** Asked before each message: what has not left by then does with a later round. */
  isToEnd?: (() => boolean) | undefined;
}>;

/** The first half of a round: what is asked of whom today is fixed for every plan, and nothing leaves. */
export const fixReminders = (
  reminding: Reminding,
  { rounds, only }: RoundOf = {},
): TE.TaskEither<Failure, FixedAll> =>
  pipe(
    lookNow(reminding),
    TE.bindTo('look'),
    TE.bind('plans', () => TE.fromEither(plansAsked(reminding, only))),
    TE.chainTaskK(({ look, plans }) =>
      pipe(
        each(
          plans.filter((plan) => !isDone(reminding, rounds, look.ordinal)(plan)),
          fixedAtOnce,
          (plan) => plan,
          (plan) => fixDay(reminding, look, plan),
        ),
        T.map((fixed) => ({ look, ...fixed })),
      ),
    ),
  );

const remember = (rounds: Rounds, { ordinal }: Look, reminded: Reminded): void => {
  const { plan, zone, today: day, isDoneForToday } = reminded;
  if (isDoneForToday) rounds.set(plan, { zone, day, upTo: ordinal });
  else rounds.delete(plan);
};

/**
 * One round of the reminders of every plan: first it is fixed what all of them ask, so that a slow mail server keeps
 * no plan waiting, then messages leave. All that it goes by is in the log: it can be ended at any point and begun
 * again, by this process or another, and several at once send nothing twice.
 * @throws what should not have happened with a plan, once all the others have had their round
 */
export const remind = (reminding: Reminding, of: RoundOf = {}): TE.TaskEither<Failure, Round> =>
  pipe(
    fixReminders(reminding, of),
    TE.chainTaskK(({ look: before, done, failures, defects }) => {
      // What was known of people when the day was fixed may be another by the time that a message leaves.
      const { parties: _, ...look } = before;
      return pipe(
        each(
          done,
          sentAtOnce,
          ({ plan }) => plan,
          (fixed) => letLeave(reminding, look, fixed, of.isToEnd),
        ),
        T.map((sent): Round => {
          sent.done.forEach((reminded) => {
            if (of.rounds !== undefined) remember(of.rounds, look, reminded);
          });
          const [defect] = [...defects, ...sent.defects];
          if (defect !== undefined) throw defect;
          return { reminded: sent.done, failures: [...failures, ...sent.failures] };
        }),
      );
    }),
  );
