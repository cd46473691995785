import {
  type Failure,
  type HistoryAnswer,
  historyAnswer,
  mostLines,
  type Question,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { HistoryLine } from '../answers/history-codec.ts';
import { clockParams } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { nextLink, type Paging, pageOf, pagingParams } from '../paging.ts';
import { both } from '../params.ts';
import { type Asking, type Given, question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { historyColumns } from './columns.ts';
import { onPlan } from './on-plan.ts';
import { textParam, yesParam } from './plain-params.ts';

const historyParams = both(
  both(
    clockParams,
    both(
      textParam('field', 'Only this field: rating, title, owner, note, timescale …', (field) => ({
        field,
      })),
      pagingParams,
    ),
  ),
  yesParam('all', 'Also what documents merely said again.', (all) => ({ all })),
);

type Asked = Readonly<{ question: Question; field: string | undefined; all: boolean }> & Paging;

const historyTable: Table<ReadonlyArray<HistoryAnswer>> = tableOf(
  (_answer, { params }) => fileWords(params['plan'], params['ref'], 'history'),
  (lines) => lines,
  historyColumns,
);

const told = (
  asking: Asking,
  ref: string | undefined,
  { question: asked, field, all, ...paging }: Asked,
): E.Either<Failure, Given<ReadonlyArray<HistoryAnswer>>> =>
  pipe(
    onPlan(asking, asked),
    E.chain(({ resolved }) =>
      historyAnswer(asking.desk)(resolved, { ref, field, withConfirmed: all }),
    ),
    E.map((lines) => {
      const { page, next } = pageOf(lines, ({ ordinal }) => ordinal, paging);
      return { answer: page, headers: nextLink(asking.exchange, next) };
    }),
  );

const shared = {
  tag: 'Audit trail',
  query: historyParams,
  answers: t.readonlyArray(HistoryLine),
  table: historyTable,
  paged: true,
} as const;

/** Who said what, when, on whose word and why, as the command line tells it. */
export const historyQuestions: ReadonlyArray<Endpoint> = [
  question({
    ...shared,
    operationId: 'listHistory',
    path: '/plans/{plan}/history',
    summary: 'Tell a plan’s history',
    description: `Who said what of a plan, when, on whose word, why and from where; at most ${mostLines} lines at once.`,
    may: 'audit',
    ask: (asking, asked) => TE.fromEither(told(asking, undefined, asked)),
  }),
  question({
    ...shared,
    operationId: 'listHistoryOfAction',
    path: '/plans/{plan}/actions/{ref}/history',
    summary: 'Tell an action’s history',
    description: 'Who said what of one action, when, on whose word, why and from where.',
    may: 'read',
    ask: (asking, asked) => TE.fromEither(told(asking, asking.exchange.params['ref'], asked)),
  }),
];
