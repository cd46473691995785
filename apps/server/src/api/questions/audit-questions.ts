import {
  auditTrailAnswer,
  type AuditTrailAnswer,
  type Clocks,
  type Failure,
  mayNot,
  mayOn,
  type Principal,
  plansAnswer,
  type Question,
  type Readable,
  type Resolved,
  resolveQuestion,
  type TrailAsked,
} from '@trackrecord/application';
import { Channel, PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { overseen } from '../../access/overseen.ts';
import { AuditTrailCodec } from '../answers/audit-codec.ts';
import { clockParams, twoClocks } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { nextLink, type Paging, pagingParams } from '../paging.ts';
import { both, param, type Params } from '../params.ts';
import { type Asking, type Given, question } from '../question.ts';
import { schemaRef } from '../schema/json-schema.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { auditColumns } from './columns.ts';
import { onPlan } from './on-plan.ts';
import { partyNamed } from './party-named.ts';
import { textParam, yesParam } from './plain-params.ts';

const dateParam = <A>(
  name: string,
  description: string,
  as: (date: LocalDate | undefined) => A,
): Params<A> =>
  param(
    { name, description, schema: schemaRef('LocalDate') },
    (text): E.Either<string, LocalDate | undefined> =>
      text === undefined || LocalDate.is(text)
        ? E.right(text)
        : E.left(
            `"${text.slice(0, 80)}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`,
          ),
    as,
  );

const channels = Object.keys(Channel.keys);

const channelParam = param(
  {
    name: 'channel',
    description: 'Only what came in by this channel.',
    schema: { type: 'string', enum: channels },
  },
  (text): E.Either<string, Channel | undefined> =>
    text === undefined || Channel.is(text)
      ? E.right(text)
      : E.left(`"${text.slice(0, 80)}" is no channel; accepted are ${channels.join(', ')}.`),
  (channel) => ({ channel }),
);

const dates = both(
  both(
    dateParam('effectiveFrom', 'True on or after this date.', (effectiveFrom) => ({
      effectiveFrom,
    })),
    dateParam('effectiveTo', 'True on or before this date.', (effectiveTo) => ({ effectiveTo })),
  ),
  both(
    dateParam('recordedFrom', 'Recorded or taken back on or after this day.', (recordedFrom) => ({
      recordedFrom,
    })),
    dateParam('recordedTo', 'Recorded or taken back on or before this day.', (recordedTo) => ({
      recordedTo,
    })),
  ),
);

const whoAndWhat = both(
  both(
    textParam(
      'person',
      'Who recorded it, took it back, or on whose word that was: by id or by name.',
      (person) => ({ person }),
    ),
    textParam(
      'subject',
      'What it is about: an action by its ref, or anything by its kind and ref: theme:2.3, indicator:ni-901, party:p-1, account:m.reed. “access” is who was given which account, role and token.',
      (subject) => ({ subject }),
    ),
  ),
  both(
    textParam('field', 'Only this field: rating, title, owner …', (field) => ({ field })),
    channelParam,
  ),
);

const filterParams = both(
  both(whoAndWhat, dates),
  both(
    pagingParams,
    both(
      yesParam('all', 'Also what documents merely said again.', (all) => ({ all })),
      yesParam('newestFirst', 'The last recorded first.', (newestFirst) => ({ newestFirst })),
    ),
  ),
);

type Asked = Readonly<{ question: Question; person: string | undefined; all: boolean }> &
  Readonly<{ newestFirst: boolean }> &
  Paging &
  Omit<TrailAsked, 'person' | 'withConfirmed' | 'withinPlans'>;

const told = (
  { desk, exchange, principal }: Asking,
  questions: ReadonlyArray<Resolved>,
  access: Clocks | undefined,
  { question: _, person, all, newestFirst, limit, after, ...asked }: Asked,
): E.Either<Failure, Given<AuditTrailAnswer>> => {
  const withinPlans = !mayOn(principal, 'audit', null);
  return pipe(
    partyNamed(desk, person, 'person'),
    E.chain((party) =>
      auditTrailAnswer(desk)(
        questions,
        { ...asked, person: party, withConfirmed: all, access, withinPlans },
        { newestFirst, limit, after },
      ),
    ),
    E.map((answer) => {
      desk.noteAccess({ who: principal.party, what: answer.filter, request: exchange.id });
      return { answer, headers: nextLink(exchange, answer.next) };
    }),
  );
};

/** The plans whose whole trail somebody may see, as far as they were there. */
const auditable = (
  deps: Readable,
  principal: Principal,
  asked: Question,
): E.Either<Failure, ReadonlyArray<Resolved>> =>
  pipe(
    plansAnswer(deps),
    E.map((plans) =>
      plans
        .map(({ id }) => id)
        .filter(PlanId.is)
        .filter((plan) => mayOn(principal, 'audit', plan)),
    ),
    E.filterOrElse(
      (plans) => plans.length > 0 || mayOn(principal, 'audit', null),
      () => mayNot('audit', null),
    ),
    E.chain(E.traverseArray((plan) => resolveQuestion(deps)(plan, asked))),
  );

const auditTable: Table<AuditTrailAnswer> = tableOf(
  ({ plans, asOf, ordinal }) =>
    fileWords(...plans.slice(0, 3), 'audit-trail', 'as-of', asOf, 'known-at', ordinal),
  ({ rows }) => rows,
  auditColumns,
);

const shared = {
  tag: 'Audit trail',
  answers: AuditTrailCodec,
  table: auditTable,
  paged: true,
  throttled: 'asking for much',
} as const;

/** The audit trail: of one plan, or of all whose trail whoever asks may see. */
export const auditQuestions: ReadonlyArray<Endpoint> = [
  question({
    ...shared,
    operationId: 'getAuditTrailOfPlan',
    path: '/plans/{plan}/audit-trail',
    summary: 'Get a plan’s audit trail',
    description:
      'By pages, filtered by person, subject, field, dates and channel; each line also as a sentence.',
    may: 'audit',
    query: both(clockParams, filterParams),
    ask: (asking, asked) =>
      pipe(
        onPlan(asking, asked.question),
        E.chain(({ resolved }) => told(asking, [resolved], undefined, asked)),
        TE.fromEither,
      ),
  }),
  question({
    ...shared,
    operationId: 'getAuditTrail',
    path: '/audit-trail',
    summary: 'Get the audit trail of all plans',
    description:
      'Of those plans whose whole trail whoever asks may see; to auditors and administrators of every plan also who was given which account, role and token.',
    may: 'signed in',
    query: both(twoClocks, filterParams),
    ask: (asking, asked) =>
      pipe(
        E.Do,
        E.bind('questions', () => auditable(asking.desk, asking.principal, asked.question)),
        E.bind('access', () => overseen(asking.desk, asking.principal, asked.question)),
        E.chain(({ questions, access }) => told(asking, questions, access, asked)),
        TE.fromEither,
      ),
  }),
];
