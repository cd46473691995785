import {
  type ActionAnswer,
  actionInPlan,
  type ChangesAnswer,
  changesAnswer,
  type Failure,
  lastChangeOf,
  type PlanAnswer,
  plansAnswer,
  plansReadableBy,
  resolveQuestion,
  streamOf,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { ActionInPlanCodec } from '../answers/action-in-plan-codec.ts';
import { ActionCodec } from '../answers/action-codec.ts';
import { ChangesCodec } from '../answers/owed-codec.ts';
import { PlanCodec, PlanListedCodec, PlanSummaryCodec } from '../answers/plan-codec.ts';
import { clockParams, endParams } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { both, noParams } from '../params.ts';
import { question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { actionSubject } from '../things.ts';
import { actionColumns, changeColumns } from './columns.ts';
import { onPlan, planIn, planSays } from './on-plan.ts';
import { textParam } from './plain-params.ts';

/** Of a rating as somebody writes it, in any case, the one that the plan has. */
const ratedOnly = (
  answer: PlanAnswer,
  rating: string | undefined,
): E.Either<Failure, PlanAnswer> => {
  if (rating === undefined) return E.right(answer);
  const ratings = Object.keys(answer.counts.byRating);
  const wanted = ratings.find((one) => one.toLowerCase() === rating.toLowerCase());
  return wanted === undefined
    ? E.left({
        _tag: 'Invalid',
        field: 'rating',
        message: `rating: the plan has no rating "${rating.slice(0, 80)}"; it has ${ratings.join(', ')}.`,
      })
    : E.right({ ...answer, actions: answer.actions.filter((one) => one.rating === wanted) });
};

const ratingParam = textParam(
  'rating',
  'Only actions with this rating, in any case; the counts stay those of the whole plan.',
  (rating) => ({ rating }),
);

const planParams = both(clockParams, ratingParam);

const placeOf = ({ plan, asOf, ordinal }: PlanAnswer): string =>
  fileWords(plan.id, 'as-of', asOf, 'known-at', ordinal);

const actionsTable: Table<PlanAnswer> = tableOf(
  (answer) => `${placeOf(answer)}-actions`,
  ({ actions }) => actions,
  actionColumns,
);

const actionList: Table<ReadonlyArray<ActionAnswer>> = tableOf(
  (_answer, { params }) => fileWords(params['plan'], 'actions'),
  (all) => all,
  actionColumns,
);

const changesTable: Table<ChangesAnswer> = tableOf(
  ({ plan: id, from, to }) => fileWords(id, 'changes', from.on, 'to', to.on),
  (answer) => answer.changes,
  changeColumns,
);

const plans: Endpoint = question({
  operationId: 'listPlans',
  path: '/plans',
  summary: 'List plans',
  description: 'Those that whoever asks may read, as known now.',
  tag: 'Plans',
  may: 'signed in',
  query: noParams,
  answers: t.readonlyArray(PlanListedCodec),
  ask: ({ desk, principal }) => {
    const readable = plansReadableBy(principal);
    return pipe(
      TE.fromEither(plansAnswer(desk)),
      TE.map((all) => ({
        answer: all.filter(
          ({ id }) => readable === 'all' || [...readable].some((one) => one === id),
        ),
      })),
    );
  },
});

const plan: Endpoint = question({
  operationId: 'getPlan',
  path: '/plans/{plan}',
  summary: 'Get a plan',
  description:
    'What a plan says, as of a date, as known at a time: its structure, its actions, how many have which rating, what is owed. As a table: its actions.',
  tag: 'Plans',
  may: 'read',
  query: planParams,
  answers: PlanCodec,
  tagged: true,
  table: actionsTable,
  ask: (asking, { question: asked, rating }) =>
    pipe(
      E.Do,
      E.bind('on', () => onPlan(asking, asked)),
      E.bind('all', ({ on }) => planSays(asking, on)),
      E.bind('answer', ({ all }) => ratedOnly(all, rating)),
      E.bind('lastChange', ({ on: { plan: id, resolved } }) =>
        lastChangeOf(asking.desk)(streamOf('plan', id), undefined, resolved.point.knownAt),
      ),
      E.map(({ answer, lastChange }) => ({ answer, lastChange })),
      TE.fromEither,
    ),
});

const summary: Endpoint = question({
  operationId: 'getPlanSummary',
  path: '/plans/{plan}/summary',
  summary: 'Count a plan’s actions by rating',
  description: 'The plan itself and its counts, without what is in it.',
  tag: 'Plans',
  may: 'read',
  query: clockParams,
  answers: PlanSummaryCodec,
  ask: (asking, { question: asked }) =>
    pipe(
      onPlan(asking, asked),
      E.chain((on) => planSays(asking, on)),
      E.map(({ plan: head, asOf, knownAt, asIn, ordinal, counts }) => ({
        answer: { plan: head, asOf, knownAt, asIn, ordinal, counts },
      })),
      TE.fromEither,
    ),
});

const actions: Endpoint = question({
  operationId: 'listActions',
  path: '/plans/{plan}/actions',
  summary: 'List a plan’s actions',
  description: 'The actions of a plan, as of a date, as known at a time.',
  tag: 'Actions',
  may: 'read',
  query: planParams,
  answers: t.readonlyArray(ActionCodec),
  table: actionList,
  ask: (asking, { question: asked, rating }) =>
    pipe(
      onPlan(asking, asked),
      E.chain((on) => planSays(asking, on)),
      E.chain((all) => ratedOnly(all, rating)),
      E.map((answer) => ({ answer: answer.actions })),
      TE.fromEither,
    ),
});

const action: Endpoint = question({
  operationId: 'getAction',
  path: '/plans/{plan}/actions/{ref}',
  summary: 'Get an action',
  description:
    'Everything about one action, by the ref that it has on that date: its place, owners, notes and requests, what stands under it, and its history.',
  tag: 'Actions',
  may: 'read',
  query: clockParams,
  answers: ActionInPlanCodec,
  tagged: true,
  ask: (asking, { question: asked }) =>
    pipe(
      E.Do,
      E.bind('on', () => onPlan(asking, asked)),
      E.bind('all', ({ on }) => planSays(asking, on)),
      E.bind('answer', ({ on, all }) =>
        actionInPlan(asking.desk)(on.resolved, all, asking.exchange.params['ref'] ?? ''),
      ),
      E.bind('subject', ({ on: { plan: id, resolved }, answer }) =>
        actionSubject(asking.desk, id, answer.ref, resolved.point),
      ),
      E.bind('lastChange', ({ on: { plan: id, resolved }, subject }) =>
        lastChangeOf(asking.desk)(streamOf('plan', id), subject, resolved.point.knownAt),
      ),
      E.map(({ answer, lastChange }) => ({ answer, lastChange })),
      TE.fromEither,
    ),
});

const changes: Endpoint = question({
  operationId: 'listChanges',
  path: '/plans/{plan}/changes',
  summary: 'Tell what changed between two dates',
  description: 'The board’s agenda: what moved, slipped, was re-rated, is new, closed or silent.',
  tag: 'Plans',
  may: 'read',
  query: both(
    endParams('from', (from) => ({ from })),
    endParams('to', (to) => ({ to })),
  ),
  answers: ChangesCodec,
  table: changesTable,
  ask: (asking, { from, to }) =>
    pipe(
      from.asOf !== undefined && to.asOf !== undefined && from.asOf > to.asOf
        ? E.left<Failure>({
            _tag: 'Invalid',
            field: 'from',
            message: `from: ${from.asOf} is after ${to.asOf}: the earlier date comes first.`,
          })
        : E.right(planIn(asking)),
      E.bindTo('id'),
      E.bind('before', ({ id }) => resolveQuestion(asking.desk)(id, from)),
      E.bind('after', ({ id }) => resolveQuestion(asking.desk)(id, to)),
      E.chain(({ before, after }) => changesAnswer(asking.desk)(before, after)),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

/** Every question to a plan that the command line has too. */
export const planQuestions: ReadonlyArray<Endpoint> = [
  plans,
  plan,
  summary,
  actions,
  action,
  changes,
];
