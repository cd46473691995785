import {
  type Failure,
  indicatorAnswer,
  type IndicatorInFull,
  lastChangeOf,
  type ObservationAnswer,
  reviewsAnswer,
  streamOf,
} from '@trackrecord/application';
import { IndicatorId, subjectOf } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Column } from '../../http/csv.ts';
import { IndicatorCodec } from '../answers/indicator-codec.ts';
import { ReviewsCodec } from '../answers/reviews-codec.ts';
import { clockParams } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { type Asking, question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { type OnPlan, onPlan } from './on-plan.ts';

type Observed = ObservationAnswer & Readonly<{ indicator: IndicatorInFull }>;

const observationColumns: ReadonlyArray<Column<Observed>> = [
  { heading: 'plan', of: ({ indicator }) => indicator.plan },
  { heading: 'indicator', of: ({ indicator }) => indicator.id },
  { heading: 'code', of: ({ indicator }) => indicator.definition.code },
  { heading: 'title', of: ({ indicator }) => indicator.definition.title },
  { heading: 'period', of: ({ period }) => period },
  { heading: 'geography', of: ({ geography }) => geography },
  { heading: 'breakdown', of: ({ breakdown }) => breakdown },
  { heading: 'value', of: ({ value }) => value },
  { heading: 'unit', of: ({ indicator }) => indicator.definition.unit },
  { heading: 'status', of: ({ status }) => status },
  { heading: 'source', of: ({ source }) => source },
  { heading: 'corrected', of: ({ history }) => history.length > 1 },
];

const observationTable: Table<IndicatorInFull> = tableOf(
  ({ plan, id, asOf, ordinal }) => fileWords(plan, id, 'as-of', asOf, 'known-at', ordinal),
  (indicator) => indicator.series.map((one) => ({ ...one, indicator })),
  observationColumns,
);

const indicatorIn = ({ exchange: { params } }: Asking): IndicatorId => {
  const { indicator } = params;
  if (IndicatorId.is(indicator)) return indicator;
  throw new Error('the path names an indicator');
};

/** When an indicator was last changed: what is recorded of it, or what the plan says of it. */
const lastChange = (
  desk: Desk,
  { plan, resolved: { point } }: OnPlan,
  id: IndicatorId,
): E.Either<Failure, Ordinal> =>
  pipe(
    E.Do,
    E.bind('own', () => lastChangeOf(desk)(streamOf('indicator', id), undefined, point.knownAt)),
    E.bind('inPlan', () =>
      lastChangeOf(desk)(streamOf('plan', plan), subjectOf('indicator', id), point.knownAt),
    ),
    E.map(({ own, inPlan }) => (inPlan > own ? inPlan : own)),
  );

/** One indicator of a plan, and when its board looked at the plan. */
export const indicatorQuestions: ReadonlyArray<Endpoint> = [
  question({
    operationId: 'getIndicator',
    path: '/plans/{plan}/indicators/{indicator}',
    summary: 'Get an indicator of a plan',
    description:
      'What it is, what the plan says of it, and its values by period, with what corrected what. As a table: its values.',
    tag: 'Indicators',
    may: 'read',
    query: clockParams,
    answers: IndicatorCodec,
    table: observationTable,
    tagged: true,
    ask: (asking, { question: asked }) =>
      pipe(
        E.Do,
        E.bind('on', () => onPlan(asking, asked)),
        E.bind('answer', ({ on }) =>
          indicatorAnswer(asking.desk)(on.resolved, indicatorIn(asking)),
        ),
        E.bind('lastChange', ({ on }) => lastChange(asking.desk, on, indicatorIn(asking))),
        E.map((found) => ({ answer: found.answer, lastChange: found.lastChange })),
        TE.fromEither,
      ),
  }),
  question({
    operationId: 'listReviews',
    path: '/plans/{plan}/reviews',
    summary: 'List the reviews of a plan',
    description:
      'When its board looked at the plan, and the clocks that show the plan as the board saw it.',
    tag: 'Reviews',
    may: 'read',
    query: clockParams,
    answers: ReviewsCodec,
    ask: (asking, { question: asked }) =>
      pipe(
        onPlan(asking, asked),
        E.chain(({ resolved }) => reviewsAnswer(asking.desk)(resolved)),
        E.map((answer) => ({ answer })),
        TE.fromEither,
      ),
  }),
];
