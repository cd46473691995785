import { plan as planItself, type PlanId } from '@trackrecord/domain';
import { Ordinal } from '@trackrecord/kernel';
import { planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { historyAnswer } from '../questions/history-answer.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { owedAnswer } from '../questions/owed-answer.ts';
import { partiesAnswer } from '../questions/parties-answer.ts';
import { planAnswer } from '../questions/plan-answer.ts';
import type { Question } from '../questions/question.ts';
import { type Resolved, resolveQuestion } from '../questions/resolve-question.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** A question that can be put to any log: in words, and how it is asked. */
export type Asked = Readonly<{
  words: string;
  ask: (deps: Readable) => E.Either<Failure, unknown>;
}>;

type Moment = Readonly<{ words: string; question: Question }>;

/** Of many dates or ordinals so many are asked at, spread evenly, the first and the last among them. */
const sample = 8;

const spread = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
  all.length <= sample
    ? all
    : Array.from({ length: sample }, (_, place) =>
        Math.round((place * (all.length - 1)) / (sample - 1)),
      ).flatMap((place) => all[place] ?? []);

const spreadOrdinals = (head: Ordinal): ReadonlyArray<Ordinal> => {
  const spread = Array.from({ length: sample }, (_, place) =>
    Math.round(((place + 1) * head) / sample),
  );
  return [...new Set(spread)].filter(Ordinal.is);
};

/**
 * When a plan is asked about: now, as of and as in each of its documents, as of dates on which something became
 * true, and as known at ordinals spread over the log.
 */
const momentsOf = (deps: Readable, plan: PlanId): E.Either<Failure, ReadonlyArray<Moment>> =>
  pipe(
    E.Do,
    E.bind('head', () => deps.views.head()),
    E.bind('cut', ({ head }) =>
      deps.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt: head }, planItself),
    ),
    E.bind('records', ({ head }) => deps.views.recordsOf(streamOf('plan', plan), head, {})),
    E.mapLeft(storage),
    E.map(({ head, cut, records }) => {
      const { documents } = planFactsOf(cut);
      const effective = [...new Set(records.map(({ effectiveOn }) => effectiveOn))].toSorted();
      const dates = new Set([...documents.map(({ on }) => on), ...spread(effective)]);
      return [
        { words: 'now', question: {} },
        ...[...dates].map((asOf) => ({ words: `as of ${asOf}`, question: { asOf } })),
        ...documents.map(({ sha256, name }) => ({
          words: `as in ${name}`,
          question: { asIn: sha256 },
        })),
        ...spreadOrdinals(head).map((ordinal) => ({
          words: `as known at ordinal ${ordinal}`,
          question: { knownAt: { _tag: 'AtOrdinal' as const, ordinal } },
        })),
      ];
    }),
  );

const asked = (plan: PlanId, { words, question }: Moment): ReadonlyArray<Asked> => {
  const about = (
    what: string,
    ask: (deps: Readable) => (resolved: Resolved) => E.Either<Failure, unknown>,
  ): Asked => ({
    words: `${what} ${plan} ${words}`,
    ask: (deps) => pipe(resolveQuestion(deps)(plan, question), E.chainW(ask(deps))),
  });
  return [
    about('plan', planAnswer),
    about('history', (deps) => (at) => historyAnswer(deps)(at, { withConfirmed: true })),
    about('parties', (deps) => (at) => partiesAnswer(deps)([at])),
    { words: `owed ${plan} ${words}`, ask: (deps) => owedAnswer(deps)({ plan }, question) },
  ];
};

/** What is asked about a plan to see whether another log answers the same: its state, history, parties and debts. */
export const questionsAbout = (
  deps: Readable,
  plan: PlanId,
): E.Either<Failure, ReadonlyArray<Asked>> =>
  pipe(
    momentsOf(deps, plan),
    E.map((moments) => moments.flatMap((moment) => asked(plan, moment))),
  );
