import {
  type PartnershipsAnswer,
  partnershipsAnswer,
  plansReadableBy,
  type PlanSummary,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Column } from '../../http/csv.ts';
import { PartnershipsCodec } from '../answers/partnerships-codec.ts';
import { twoClocks } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';

type Row = Readonly<{ partnership: string | null; plan: PlanSummary }>;

// The columns stay as they are once they are published: sheets are built upon them. New ones come last.
const columns: ReadonlyArray<Column<Row>> = [
  { heading: 'partnership', of: ({ partnership }) => partnership },
  { heading: 'plan', of: ({ plan }) => plan.id },
  { heading: 'title', of: ({ plan }) => plan.title },
  { heading: 'period', of: ({ plan }) => plan.period?.asWritten },
  { heading: 'status', of: ({ plan }) => plan.status },
  { heading: 'actions', of: ({ plan }) => plan.counts.actions },
  {
    heading: 'ratings',
    of: ({ plan }) =>
      Object.entries(plan.counts.byRating)
        .map(([rating, howMany]) => `${rating}: ${howMany}`)
        .join('; '),
  },
  { heading: 'updates owed', of: ({ plan }) => plan.counts.owed },
  { heading: 'last updated on', of: ({ plan }) => plan.lastUpdatedOn },
];

const rowsOf = ({ partnerships, others }: PartnershipsAnswer): ReadonlyArray<Row> => [
  ...partnerships.flatMap(({ name, plans }) => plans.map((plan) => ({ partnership: name, plan }))),
  ...others.map((plan) => ({ partnership: null, plan })),
];

const table: Table<PartnershipsAnswer> = tableOf(
  ({ asOf, ordinal }) => fileWords('plans', 'as-of', asOf, 'known-at', ordinal),
  rowsOf,
  columns,
);

const partnerships: Endpoint = question({
  operationId: 'listPartnerships',
  path: '/partnerships',
  summary: 'List partnerships with their plans',
  description:
    'As of a date, as known at a time: partnerships and those of their plans that whoever asks may read, each with how its actions are rated and how many updates are owed; then plans of no partnership. As a table: a row a plan.',
  tag: 'Partnerships',
  may: 'signed in',
  query: twoClocks,
  answers: PartnershipsCodec,
  table,
  ask: ({ desk, principal }, { question: asked }) =>
    pipe(
      partnershipsAnswer(desk)(asked, plansReadableBy(principal)),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

export const partnershipQuestions: ReadonlyArray<Endpoint> = [partnerships];
