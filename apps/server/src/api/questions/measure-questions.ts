import { type RatingHistoryAnswer, ratingHistoryAnswer } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { DataNeedCodec, IndicatorUsedCodec, TargetCodec } from '../answers/plan-codec.ts';
import { RatingHistoryCodec } from '../answers/rating-history-codec.ts';
import { clockParams } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { type Asking, question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { ratingColumns, type RatedStretch } from './columns.ts';
import { onPlan, planSays } from './on-plan.ts';
import type { PlanAnswer, Question } from '@trackrecord/application';

const ofPlan =
  <A>(part: (answer: PlanAnswer) => A) =>
  (asking: Asking, { question: asked }: Readonly<{ question: Question }>) =>
    pipe(
      onPlan(asking, asked),
      E.chain((on) => planSays(asking, on)),
      E.map((answer) => ({ answer: part(answer) })),
      TE.fromEither,
    );

const stretchesIn = ({ plan, actions }: RatingHistoryAnswer): ReadonlyArray<RatedStretch> =>
  actions.flatMap(({ ref, title, priority, stretches }) =>
    stretches.map((stretch) => ({ plan, ref, title, priority, ...stretch })),
  );

const ratingTable: Table<RatingHistoryAnswer> = tableOf(
  ({ plan, asOf, ordinal }) =>
    fileWords(plan, 'rating-history', 'as-of', asOf, 'known-at', ordinal),
  stretchesIn,
  ratingColumns,
);

/** What a plan measures itself by. */
export const measureQuestions: ReadonlyArray<Endpoint> = [
  question({
    operationId: 'listTargets',
    path: '/plans/{plan}/targets',
    summary: 'List a plan’s targets',
    description: 'As of a date, as known at a time.',
    tag: 'Targets and data needs',
    may: 'read',
    query: clockParams,
    answers: t.readonlyArray(TargetCodec),
    ask: ofPlan(({ targets }) => targets),
  }),
  question({
    operationId: 'listDataNeeds',
    path: '/plans/{plan}/data-needs',
    summary: 'List a plan’s data needs',
    description: 'The data development agenda, as of a date, as known at a time.',
    tag: 'Targets and data needs',
    may: 'read',
    query: clockParams,
    answers: t.readonlyArray(DataNeedCodec),
    ask: ofPlan(({ dataNeeds }) => dataNeeds),
  }),
  question({
    operationId: 'listIndicators',
    path: '/plans/{plan}/indicators',
    summary: 'List the indicators that a plan uses',
    description: 'With what each measures in the plan, and where the plan started from.',
    tag: 'Indicators',
    may: 'read',
    query: clockParams,
    answers: t.readonlyArray(IndicatorUsedCodec),
    ask: ofPlan(({ indicators }) => indicators),
  }),
  question({
    operationId: 'getRatingHistory',
    path: '/plans/{plan}/rating-history',
    summary: 'Tell how a plan’s ratings changed',
    description:
      'Of each action which rating it had from when to when, and how many had which at the end of each month, quarter or year.',
    tag: 'Plans',
    may: 'read',
    query: clockParams,
    answers: RatingHistoryCodec,
    table: ratingTable,
    ask: (asking, { question: asked }) =>
      pipe(
        onPlan(asking, asked),
        E.chain(({ resolved }) => ratingHistoryAnswer(asking.desk)(resolved)),
        E.map((answer) => ({ answer })),
        TE.fromEither,
      ),
  }),
];
