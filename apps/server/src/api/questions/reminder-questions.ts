import {
  policyAnswer,
  type PunctualityAnswer,
  punctualityAnswer,
  readDate,
  remindersAnswer,
  remindersDue,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import {
  DueReminderCodec,
  PolicyCodec,
  PunctualityCodec,
  RemindersCodec,
} from '../answers/reminder-codecs.ts';
import { clockParams } from '../clock-params.ts';
import type { Endpoint } from '../endpoint.ts';
import { both, param } from '../params.ts';
import { question } from '../question.ts';
import { fileWords, type Table, tableOf } from '../table.ts';
import { onPlan, planIn } from './on-plan.ts';
import { punctualityColumns, punctualityRows } from './punctuality-columns.ts';

const tag = 'Reminders';

const dateParam = <A>(name: string, description: string, as: (date: LocalDate | undefined) => A) =>
  param(
    { name, description, schema: { type: 'string', format: 'date' } },
    (text): E.Either<string, LocalDate | undefined> =>
      text === undefined ? E.right(undefined) : readDate(text),
    as,
  );

/** As many days with reminders as one answer holds at most. */
const mostDays = 100;

const daysParam = param(
  {
    name: 'days',
    description: 'So many days with reminders, the last ones.',
    schema: { type: 'integer', minimum: 1, maximum: mostDays, default: 10 },
  },
  (text): E.Either<string, number> =>
    text === undefined || (/^[1-9]\d{0,2}$/u.test(text) && Number(text) <= mostDays)
      ? E.right(Number(text ?? 10))
      : E.left(
          `"${text.slice(0, 80)}" is not accepted; accepted are whole numbers from 1 to ${mostDays}.`,
        ),
  (most) => ({ most }),
);

const policy: Endpoint = question({
  operationId: 'getReminderPolicy',
  path: '/plans/{plan}/reminder-policy',
  summary: 'Get how a plan asks for updates that are due',
  description:
    'Where nobody has said anything, what holds of itself; with how often updates are due by rating, and who answers for what nobody owns.',
  tag,
  may: 'read',
  query: clockParams,
  answers: PolicyCodec,
  ask: (asking, asked) =>
    pipe(
      onPlan(asking, asked.question),
      E.chain(({ resolved }) => policyAnswer(asking.desk)(resolved)),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

const reminders: Endpoint = question({
  operationId: 'listReminders',
  path: '/plans/{plan}/reminders',
  summary: 'List what was asked of whom, and what came of it',
  description:
    'By days, the last first: to whom each message went, what became of it, and of each thing that it asked for. No addresses.',
  tag,
  may: 'audit',
  query: both(
    daysParam,
    dateParam('before', 'Only days before this one.', (before) => ({ before })),
  ),
  answers: RemindersCodec,
  ask: (asking, asked) =>
    pipe(
      remindersAnswer(asking.desk)(planIn(asking), asked),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

const due: Endpoint = question({
  operationId: 'listRemindersDue',
  path: '/plans/{plan}/reminders/due',
  summary: 'List the reminders that would go out',
  description:
    'Today, or on the day that "on" says, as all is known now: to whom, at which address, about what. Nothing is sent by it.',
  tag,
  may: 'audit',
  query: dateParam('on', 'The day; today where it is left out.', (on) => ({ on })),
  answers: t.readonlyArray(DueReminderCodec),
  ask: (asking, { on }) =>
    pipe(
      remindersDue(asking.desk)({ plan: planIn(asking), on }),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

const punctualityTable: Table<PunctualityAnswer> = tableOf(
  ({ plan, asOf }) => fileWords(plan, 'punctuality', asOf),
  punctualityRows,
  punctualityColumns,
);

const punctuality: Endpoint = question({
  operationId: 'getPunctuality',
  path: '/plans/{plan}/punctuality',
  summary: 'Get who answers in time',
  description:
    'By party and by quarter of the day on which each thing was asked for first: how much was asked, answered by the day it was due, later, never, and in how many days.',
  tag,
  may: 'audit',
  query: both(
    dateParam('from', 'What was asked for first on this day or later.', (from) => ({ from })),
    dateParam('to', 'What was asked for first on this day or earlier.', (to) => ({ to })),
  ),
  answers: PunctualityCodec,
  table: punctualityTable,
  ask: (asking, period) =>
    pipe(
      punctualityAnswer(asking.desk)(planIn(asking), period),
      E.map((answer) => ({ answer })),
      TE.fromEither,
    ),
});

/** Everything that is asked of reminders. */
export const reminderQuestions: ReadonlyArray<Endpoint> = [policy, reminders, due, punctuality];
