import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Progress } from '../ports/views.ts';
import { plansAnswer } from '../questions/plans-answer.ts';
import { listPlanIds } from '../questions/plans-asked.ts';
import type { Readable } from '../trackrecord.ts';
import { type Asked, questionsAbout } from './questions-about.ts';

/** An answer that two logs do not give alike: the place where it begins to differ. */
export type AnswerDifference = Readonly<{ question: string; one: string; other: string }>;

/** What came of asking two logs the same. */
export type AnswersCompared = Readonly<{
  plans: number;
  answers: number;
  /** The first of them; none where every answer is the same. */
  differences: ReadonlyArray<AnswerDifference>;
}>;

const differencesShown = 10;

const beforeIt = 40;
const afterIt = 120;

const excerpt = (text: string, place: number): string =>
  text.slice(Math.max(0, place - beforeIt), place + afterIt);

/** How far two texts are the same. */
const sameUpTo = (one: string, other: string): number => {
  const length = Math.min(one.length, other.length);
  for (let place = 0; place < length; place += 1) if (one[place] !== other[place]) return place;
  return length;
};

const held = (deps: Readable, other: Readable, { words, ask }: Asked): AnswerDifference | null => {
  const [one, two] = [JSON.stringify(ask(deps)), JSON.stringify(ask(other))];
  if (one === two) return null;
  const place = sameUpTo(one, two);
  return { question: words, one: excerpt(one, place), other: excerpt(two, place) };
};

const everyPlan: Asked = { words: 'plans', ask: (deps) => plansAnswer(deps) };

/** Asks two logs the same questions about each of their plans, and holds the answers against each other. */
export const compareAnswers = (
  one: Readable,
  other: Readable,
  onProgress: (progress: Progress) => void,
): E.Either<Failure, AnswersCompared> =>
  pipe(
    E.Do,
    E.bind('ones', () => listPlanIds(one)),
    E.bind('others', () => listPlanIds(other)),
    E.let('plans', ({ ones, others }) => [...new Set([...ones, ...others])]),
    E.bind('questions', ({ plans }) =>
      pipe(
        plans,
        E.traverseArray((plan) => questionsAbout(one, plan)),
        E.map((questions) => [everyPlan, ...questions.flat()]),
      ),
    ),
    E.map(({ plans, questions }) => ({
      plans: plans.length,
      answers: questions.length,
      differences: questions
        .flatMap((question, place) => {
          const difference = held(one, other, question);
          onProgress({ done: place + 1, total: questions.length });
          return difference ?? [];
        })
        .slice(0, differencesShown),
    })),
  );
