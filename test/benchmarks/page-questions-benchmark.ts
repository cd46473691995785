import { join } from 'node:path';
import {
  actionDetails,
  auditTrailAnswer,
  type Clock,
  historyAnswer,
  lastChangeOf,
  partnershipsAnswer,
  partyAnswer,
  planAnswer,
  ratingHistoryAnswer,
  type Resolved,
  resolveQuestion,
  streamOf,
  type TrailAsked,
} from '@trackrecord/application';
import { eventCodec, PartyId, PlanId } from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { median, report } from './harness.ts';
import { must, rightOf } from './must.ts';
import { actions, anyDate, eventsAnAction, partyId } from './plan-history.ts';
import { makePlansLog } from './plans-log.ts';

/**
 * What pages and the API ask of a plan of 200 actions with 40 events each, in a log of four such plans and 400
 * parties: each question's median and worst but one of many, in milliseconds of processor time, which a busy machine
 * disturbs least.
 */
const rounds = 31;

const clock: Clock = {
  now: () => must(Instant)('2026-11-22T09:30:00.000Z'),
  today: () => anyDate(1),
  endOfDay: (date) => must(Instant)(`${date}T23:59:59.999Z`),
  local: (instant) => ({
    date: must(LocalDate)(instant.slice(0, 10)),
    time: instant.slice(11, 16),
  }),
};

const made = await makePlansLog(33_000);
const log = rightOf(
  await openSqliteEventLog({
    file: join(made.directory, 'log.db'),
    codec: eventCodec,
    mode: 'read',
  })(),
);
const views = rightOf(await openViews({ file: join(made.directory, 'views.db'), log })());
const desk = { views, clock };
const plan = must(PlanId)('plan-1');
const question: Resolved = rightOf(resolveQuestion(desk)(plan, {}));
const newest = { newestFirst: true, limit: 50 };

const trail = (asked: Partial<TrailAsked>) => () =>
  rightOf(auditTrailAnswer(desk)([question], { withConfirmed: false, ...asked }, newest));

const questions: Readonly<Record<string, () => unknown>> = {
  'the plan itself, to compare': () => rightOf(planAnswer(desk)(question)),
  'audit trail, the newest 50': trail({}),
  'audit trail, the newest 50 by one person': trail({ person: must(PartyId)(partyId(100)) }),
  'audit trail, the newest 50 ratings': trail({ field: 'rating' }),
  'audit trail of an action': trail({ subject: '27' }),
  'audit trail, recorded in a quarter': trail({
    recordedFrom: anyDate(0.4),
    recordedTo: anyDate(0.6),
  }),
  'the whole history of an action': () =>
    rightOf(historyAnswer(desk)(question, { ref: '27', withConfirmed: true })),
  'an action’s own facts': () => rightOf(actionDetails(desk)(question, '27')),
  'rating history of all actions': () => rightOf(ratingHistoryAnswer(desk)(question)),
  'a person, with what they do in four plans': () =>
    rightOf(partyAnswer(desk)(must(PartyId)(partyId(30)), {})),
  'partnerships and plans, none changed': () => rightOf(partnershipsAnswer(desk)({})),
  'last change of an action': () =>
    rightOf(lastChangeOf(desk)(streamOf('plan', plan), 'action:27')),
  'last change of the plan': () => rightOf(lastChangeOf(desk)(streamOf('plan', plan))),
};

const processor_ms = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const measured = Object.entries(questions).map(([name, ask]) => {
  const times = Array.from({ length: rounds }, () => {
    const start = processor_ms();
    ask();
    return processor_ms() - start;
  });
  return { name, median: median(times), worst: times.toSorted((a, b) => a - b).at(-2) ?? 0 };
});

report({
  title: `What pages ask of a plan: ${actions} actions with ${eventsAnAction} events each (processor time)`,
  figures: measured.flatMap(({ name, median: middle, worst }) => [
    {
      name,
      value: middle,
      unit: 'ms' as const,
      // A few tens of milliseconds a plan.
      target: { atMost: name.endsWith('four plans') ? 200 : 50 },
    },
    { name: `${name}, worst but one of ${rounds}`, value: worst, unit: 'ms' as const },
  ]),
});

views.close();
await log.close();
made.dispose();
