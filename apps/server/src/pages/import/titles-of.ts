import { type Failure, type PlanAnswer, resolveQuestion } from '@trackrecord/application';
import { indicatorIdIn } from '@trackrecord/documents';
import type { TitleOf } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import { keptPlan } from '../../http/kept-plan.ts';
import type { PlanPlace } from './plan-place.ts';
import type { Reading } from './reading.ts';

type Titles = ReadonlyArray<readonly [subject: string, title: string]>;

const titled = (
  kind: string,
  items: ReadonlyArray<Readonly<{ ref: string; title: string }>>,
): Titles => items.map(({ ref, title }) => [`${kind} ${ref}`, title]);

const worded = (
  kind: string,
  items: ReadonlyArray<Readonly<{ ref: string; words: string }>>,
): Titles => items.map(({ ref, words }) => [`${kind} ${ref}`, words]);

const titlesIn = (plan: PlanAnswer): Titles => [
  ...titled('action', plan.actions),
  ...titled('priority', plan.priorities),
  ...titled('enabler', plan.enablers),
  ...worded('target', plan.targets),
  ...worded('dataNeed', plan.dataNeeds),
];

/** What the things of a plan are called today; nothing where there is no such plan today. */
export const standingTitles = (
  desk: Desk,
  { plan, title, head }: PlanPlace,
): E.Either<Failure, Titles> =>
  title === null
    ? E.right([])
    : pipe(
        resolveQuestion(desk)(plan, {}),
        E.chain((resolved) => keptPlan(desk, resolved, head)),
        E.map(({ answer }) => titlesIn(answer)),
        E.orElse((failure) => (failure._tag === 'Missing' ? E.right([]) : E.left(failure))),
      );

/** What things are called that a preview names: those of the plan, and the indicators of the document. */
export const titlesOf = (
  desk: Desk,
  place: PlanPlace,
  { proposal }: Reading,
): E.Either<Failure, TitleOf> => {
  const idOf = indicatorIdIn(place.plan);
  const indicators = proposal.indicators.map(
    ({ code, title }) =>
      [
        `indicator ${idOf(code === undefined ? { title } : { code, title })}`,
        code === undefined || code === title ? title : `${code} ${title}`,
      ] as const,
  );
  return pipe(
    standingTitles(desk, place),
    E.map((standing) => {
      const titles = new Map([...indicators, ...standing]);
      return (subject: string) => titles.get(subject) ?? null;
    }),
  );
};
