import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, planAnswer, streamOf } from '@trackrecord/application';
import type { EventLog, Views } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec, PlanId } from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { owedOn, planFactsOf, planStructureOf } from '@trackrecord/read-models';
import { elapsed_ms, measureRounds, median, report } from './harness.ts';
import { must, rightOf } from './must.ts';
import { actions, anyDate, eventsAnAction } from './plan-history.ts';
import { makePlansLog, type PlansLog } from './plans-log.ts';

/**
 * What a plan said on a past date, in a log of 1,000,000 events and in one of 100,000, plans and dates at random:
 * its cut from the views, its actions and structure, and who owes an update. Then the whole answer as the command
 * line gives it, the time from nothing to that answer, and a full rebuild of the views against reading the log.
 */
const large = 1_000_000;
const small = 100_000;
const questions = 1000;
const warmUp = 100;

type Opened = Readonly<{ log: EventLog<DomainEvent>; views: Views; made: PlansLog }>;

const openLog = async ({ directory }: PlansLog): Promise<EventLog<DomainEvent>> =>
  rightOf(
    await openSqliteEventLog({
      file: join(directory, 'log.db'),
      codec: eventCodec,
      mode: 'read',
    })(),
  );

const opened = async (count: number): Promise<Opened> => {
  const made = await makePlansLog(count);
  const log = await openLog(made);
  const views = rightOf(await openViews({ file: join(made.directory, 'views.db'), log })());
  return { log, views, made };
};

/** The same "random" numbers in every run: Lehmer's generator with the multiplier of MINSTD. */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

type Asked = Readonly<{ plan: number; asOf: LocalDate }>;

const anyQuestion =
  (random: () => number) =>
  ({ made }: Opened): Asked => ({
    plan: Math.floor(random() * made.plans),
    asOf: anyDate(random()),
  });

const planState = ({ views }: Opened, { plan, asOf }: Asked): number => {
  const start = performance.now();
  const knownAt = rightOf(views.head());
  const cut = rightOf(views.cutOf(streamOf('plan', `plan-${plan}`), { asOf, knownAt }));
  const facts = planFactsOf(cut);
  planStructureOf(cut);
  owedOn(facts, asOf);
  return performance.now() - start;
};

const noClock: Clock = {
  now: () => must(Instant)('2026-11-22T09:30:00.000Z'),
  today: () => anyDate(1),
  endOfDay: () => must(Instant)('2026-11-22T23:59:59.999Z'),
  local: (instant) => ({
    date: must(LocalDate)(instant.slice(0, 10)),
    time: instant.slice(11, 16),
  }),
};

const wholeAnswer = ({ views }: Opened, { plan, asOf }: Asked): number => {
  const start = performance.now();
  const knownAt = rightOf(views.head());
  const question = { plan: must(PlanId)(`plan-${plan}`), point: { asOf, knownAt } };
  rightOf(planAnswer({ views, clock: noClock })({ ...question, knownAt: null, asIn: null }));
  return performance.now() - start;
};

/** Milliseconds of each question, asked of each log in turn so that what disturbs the machine disturbs both. */
const askBoth = (
  logs: readonly [Opened, Opened],
  ask: (log: Opened, asked: Asked) => number,
): readonly [ReadonlyArray<number>, ReadonlyArray<number>] => {
  const next = anyQuestion(randomNumbers(20_261_122));
  const times = Array.from({ length: warmUp + questions }, () =>
    logs.map((log) => ask(log, next(log))),
  ).slice(warmUp);
  const of = (index: number) => times.map((pair) => pair[index] ?? Number.NaN);
  return [of(0), of(1)];
};

const percentile99 = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;

const launcher = fileURLToPath(new URL('../../apps/cli/bin/trackrecord.js', import.meta.url));

/** A whole process of the command line, from its start to its end. */
const commandLine_ms = async ({ made }: Opened): Promise<number> =>
  elapsed_ms(async () => {
    const options = ['--as-of', anyDate(0.5), '--json', '--data', made.directory];
    const child = spawn(process.execPath, [launcher, 'plan', 'plan-1', ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const code: unknown = (await once(child, 'exit'))[0];
    if (code !== 0) throw new Error(`trackrecord plan ended with ${String(code)}`);
  });

/** Reads, checks and decodes every event, into a fold that looks at a few fields as a view does. */
const readAndFold = async (log: EventLog<DomainEvent>): Promise<void> => {
  const latest = new Map<string, string>();
  let after: string | undefined;
  for (;;) {
    const page = rightOf(await log.readAll(after, 1000)());
    for (const { event, stream } of page) latest.set(`${stream} ${event.type}`, event.effectiveOn);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
};

const logs = [await opened(large), await opened(small)] as const;
const [million] = logs;

const [stateOfLarge, stateOfSmall] = askBoth(logs, planState);
const [answerOfLarge, answerOfSmall] = askBoth(logs, wholeAnswer);
const started = await measureRounds(7, { plan: () => commandLine_ms(million) });
const rebuilt = await measureRounds(3, {
  read: () => elapsed_ms(() => readAndFold(million.log)),
  rebuild: () => elapsed_ms(async () => rightOf(await million.views.rebuild()())),
});

report({
  title: `A plan's state on a past date: ${actions} actions with ${eventsAnAction} events each, ${large.toLocaleString('en-GB')} events in the log`,
  figures: [
    { name: 'median', value: median(stateOfLarge), unit: 'ms' },
    { name: 'p99', value: percentile99(stateOfLarge), unit: 'ms', target: { atMost: 10 } },
    {
      name: `median, to that in a log of ${small.toLocaleString('en-GB')}`,
      value: median(stateOfLarge) / median(stateOfSmall),
      unit: '×',
      target: { atMost: 1.2 },
    },
    { name: 'with names and indicators, median', value: median(answerOfLarge), unit: 'ms' },
    { name: 'with names and indicators, p99', value: percentile99(answerOfLarge), unit: 'ms' },
    {
      name: `with names and indicators, median, to that in a log of ${small.toLocaleString('en-GB')}`,
      value: median(answerOfLarge) / median(answerOfSmall),
      unit: '×',
    },
    {
      name: 'trackrecord plan --json, the whole process',
      value: started.of('plan') / 1000,
      unit: 's',
      target: { atMost: 1 },
    },
  ],
});

report({
  title: `All views of a log of ${large.toLocaleString('en-GB')} events built anew`,
  figures: [
    { name: 'floor: read, check, decode and fold', value: rebuilt.of('read') / 1000, unit: 's' },
    { name: 'rebuild', value: rebuilt.of('rebuild') / 1000, unit: 's' },
    {
      name: 'rebuild, to the floor',
      value: rebuilt.ratio('rebuild', 'read'),
      unit: '×',
      target: { atMost: 4 },
    },
    {
      name: 'memory of the process, at most',
      value: process.resourceUsage().maxRSS / 1024,
      unit: 'MiB',
    },
  ],
});

for (const { log, views, made } of logs) {
  views.close();
  await log.close();
  made.dispose();
}
