import {
  type Failure,
  lastChangeOf,
  mayOn,
  owedAnswer,
  type OwedAnswer,
  partiesAnswer,
  type PartyAnswer,
  partyAnswer,
  type PartyInFull,
  plansAnswer,
  plansReadableBy,
  type Principal,
  type Question,
  type Readable,
  type Resolved,
  resolveQuestion,
  streamOf,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { OwedCodec, PartyCodec } from '../answers/owed-codec.ts';
import { PartyInFullCodec } from '../answers/party-codec.ts';
import { clockParams, twoClocks } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { maySomewhere } from '../may-here.ts';
import { both } from '../params.ts';
import { question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { owedColumns, partyColumns } from './columns.ts';
import { onPlan, planIn } from './on-plan.ts';
import { partyIn } from './party-in.ts';
import { partyNamed } from './party-named.ts';
import { textParam } from './plain-params.ts';

/** The plans that somebody may read. */
const readablePlans = (
  deps: Readable,
  principal: Principal,
): E.Either<Failure, ReadonlyArray<PlanId>> => {
  const readable = plansReadableBy(principal);
  return pipe(
    plansAnswer(deps),
    E.map((plans) =>
      plans
        .map(({ id }) => id)
        .filter(PlanId.is)
        .filter((id) => readable === 'all' || readable.has(id)),
    ),
  );
};

const partyParam = textParam(
  'party',
  'Only what this person or organisation owes: by id or by name.',
  (party) => ({ party }),
);

const owedTable: Table<ReadonlyArray<OwedAnswer>> = tableOf(
  (_answer, { params }) => fileWords(params['plan'], 'updates-owed'),
  (owed) => owed,
  owedColumns,
);

const owedShared = {
  tag: 'Updates',
  query: both(clockParams, partyParam),
  answers: t.readonlyArray(OwedCodec),
  table: owedTable,
} as const;

const owed: Endpoint = question({
  ...owedShared,
  operationId: 'listOwed',
  path: '/owed',
  summary: 'List updates that are owed',
  description:
    'On all plans that whoever asks may read: asked for, overdue, never rated, past its timescale; without `party` also data that plans lack, which nobody owns.',
  may: 'signed in',
  ask: ({ desk, principal }, { question: asked, party }) =>
    pipe(
      E.Do,
      E.bind('whose', () => partyNamed(desk, party, 'party')),
      E.bind('plans', () => readablePlans(desk, principal)),
      E.bind('all', ({ whose }) => owedAnswer(desk)({ party: whose }, asked)),
      E.map(({ all, plans }) => ({ answer: all.filter(({ plan }) => plans.includes(plan)) })),
      TE.fromEither,
    ),
});

const owedOnPlan: Endpoint = question({
  ...owedShared,
  operationId: 'listOwedOnPlan',
  path: '/plans/{plan}/owed',
  summary: 'List updates that are owed on a plan',
  description:
    'Asked for, overdue, never rated, past its timescale; by whom, since when, how late. Without `party` also data that the plan lacks, which nobody owns: targets with a gap, indicators whose period has ended without a value, data past its date.',
  may: 'read',
  ask: (asking, { question: asked, party }) =>
    pipe(
      partyNamed(asking.desk, party, 'party'),
      E.chain((whose) => owedAnswer(asking.desk)({ plan: planIn(asking), party: whose }, asked)),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

const partiesTable: Table<ReadonlyArray<PartyAnswer>> = tableOf(
  (_answer, { params }) => fileWords(params['plan'], 'parties'),
  (parties) => parties,
  partyColumns,
);

const partiesShared = {
  tag: 'Parties',
  query: clockParams,
  answers: t.readonlyArray(PartyCodec),
  table: partiesTable,
} as const;

/** A plan that was not there yet has no part in an answer about all. */
const thatAreThere = (
  deps: Readable,
  plans: ReadonlyArray<PlanId>,
  asked: Question,
): E.Either<Failure, ReadonlyArray<Resolved>> =>
  pipe(
    plans,
    E.traverseArray((plan) => resolveQuestion(deps)(plan, asked)),
  );

const parties: Endpoint = question({
  ...partiesShared,
  query: twoClocks,
  operationId: 'listParties',
  path: '/parties',
  summary: 'List people and organisations',
  description:
    'Everybody, and what each leads, supports and is asked for on the plans that whoever asks may read.',
  may: 'signed in',
  ask: ({ desk, principal }, { question: asked }) =>
    pipe(
      maySomewhere(principal, 'read'),
      E.chain(() => readablePlans(desk, principal)),
      E.chain((plans) => thatAreThere(desk, plans, asked)),
      E.chain(partiesAnswer(desk)),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

const partiesOfPlan: Endpoint = question({
  ...partiesShared,
  operationId: 'listPartiesOfPlan',
  path: '/plans/{plan}/parties',
  summary: 'List people and organisations by a plan',
  description: 'Everybody, and what each leads, supports and is asked for on this plan.',
  may: 'read',
  ask: (asking, { question: asked }) =>
    pipe(
      onPlan(asking, asked),
      E.chain(({ resolved }) => partiesAnswer(asking.desk)([resolved])),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

/** Who recorded what is for those who may see a plan's whole trail. */
const withoutTrails = (principal: Principal, answer: PartyInFull): PartyInFull => ({
  ...answer,
  latest: answer.latest.filter(({ plan }) => PlanId.is(plan) && mayOn(principal, 'audit', plan)),
});

const party: Endpoint = question({
  operationId: 'getParty',
  path: '/parties/{party}',
  summary: 'Get a person or an organisation',
  description:
    'Its names, organisations and roles as known now, and what it leads, supports, is asked for and owes on the plans that whoever asks may read. That it was looked at is noted.',
  tag: 'Parties',
  may: 'signed in',
  query: twoClocks,
  answers: PartyInFullCodec,
  tagged: true,
  ask: (asking, { question: asked }) => {
    const { desk, principal, exchange } = asking;
    const id = partyIn(asking);
    return pipe(
      E.Do,
      E.chainFirst(() => maySomewhere(principal, 'read')),
      E.bind('answer', () => partyAnswer(desk)(id, asked, plansReadableBy(principal))),
      E.bind('lastChange', () => lastChangeOf(desk)(streamOf('party', id))),
      E.map(({ answer, lastChange }) => {
        desk.noteAccess({ who: principal.party, what: `party ${id}`, request: exchange.id });
        return { answer: withoutTrails(principal, answer), lastChange };
      }),
      TE.fromEither,
    );
  },
});

/** Who owes what, and who there is. */
export const partyQuestions: ReadonlyArray<Endpoint> = [
  owed,
  owedOnPlan,
  parties,
  partiesOfPlan,
  party,
];
