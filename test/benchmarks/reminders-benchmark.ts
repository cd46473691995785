import { join } from 'node:path';
import {
  type Clock,
  owedAnswer,
  fixReminders,
  remind,
  type Reminding,
  runStream,
  type Writable,
} from '@trackrecord/application';
import {
  AccessId,
  eventCodec,
  type EventKind,
  PartyId,
  PlanId,
  ReminderSending,
  ReminderSent,
} from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { CommandId, Instant, type Json, LocalDate } from '@trackrecord/kernel';
import { signedLinks, ukBankHolidays, writeLetter } from '@trackrecord/notifications';
import { median, report } from './harness.ts';
import { actionsAPlan, makeManyPlansLog, ownerId, plans } from './many-plans-log.ts';
import { must, rightOf } from './must.ts';
import { happened } from './plan-history.ts';
import { withProfile } from './with-profile.ts';

/**
 * Updates owed by one party among 200,000 actions, asked for many parties; then the reminders of all these plans on
 * three days: on the first everything that has been owed for long is asked for at once, on the others what comes due
 * that day. Messages go to a mailer that takes all. TRACKRECORD_BENCH_PROFILE=1 adds where a day's time went.
 */
const asked = 400;
const clockShown = { date: '2026-11-19', time: '10:00' };

const clock: Clock = {
  now: () => must(Instant)(`${clockShown.date}T${clockShown.time}:00.000Z`),
  today: () => must(LocalDate)(clockShown.date),
  endOfDay: (date) => must(Instant)(`${date}T23:59:59.999Z`),
  local: (instant) => ({
    date: must(LocalDate)(instant.slice(0, 10)),
    time: instant.slice(11, 16),
  }),
};

const count = { ids: 0, sent: 0, items: 0 };
const ids: Writable['ids'] = {
  commandId: () => {
    count.ids += 1;
    return must(CommandId)(
      `33333333-3333-4333-8333-${count.ids.toString(16).padStart(8, '0')}0000`,
    );
  },
  partyId: () => must(PartyId)('p-new'),
  accessId: () => must(AccessId)('a-new'),
};

const elapsed = async <A>(work: () => A | Promise<A>): Promise<readonly [number, A]> => {
  const start = performance.now();
  const answer = await work();
  return [performance.now() - start, answer];
};

const percentile = (values: ReadonlyArray<number>, share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

const made = await makeManyPlansLog();
const file = join(made.directory, 'log.db');
const log = rightOf(
  await openSqliteEventLog({ file, codec: eventCodec, mode: 'write', writer: 'inline' })(),
);
const viewsFile = join(made.directory, 'views.db');
const [filling, filled] = await elapsed(async () =>
  rightOf(await openViews({ file: viewsFile, log })()),
);
filled.close();
const views = rightOf(await openViews({ file: viewsFile, log })());

/** Every so many owners, so that no two asked in turn have plans in common. */
const parties = Array.from({ length: asked }, (_, n) => must(PartyId)(ownerId(n * 1399)));

const askAll = async (): Promise<ReadonlyArray<number>> => {
  const times: Array<number> = [];
  for (const party of parties) {
    const [time, answer] = await elapsed(() =>
      rightOf(owedAnswer({ views, clock })({ party }, {})),
    );
    if (answer.length === 0) throw new Error(`${party} owes nothing: the benchmark is mistaken`);
    times.push(time);
  }
  return times;
};

const cold = await askAll();
const warm = await askAll();
report({
  title: `Updates owed by one of 4,000 parties among ${plans * actionsAPlan} actions, ${asked} parties`,
  figures: [
    { name: 'views filled from the log', value: filling / 1000, unit: 's' },
    { name: 'each for the first time, the first', value: cold[0] ?? 0, unit: 'ms' },
    { name: 'each for the first time, median', value: median(cold), unit: 'ms' },
    {
      name: 'each for the first time, p99',
      value: percentile(cold, 0.99),
      unit: 'ms',
      target: { atMost: 5 },
    },
    { name: 'each again, median', value: median(warm), unit: 'ms' },
    {
      name: 'each again, p99',
      value: percentile(warm, 0.99),
      unit: 'ms',
      target: { atMost: 5 },
    },
  ],
});

const reminding: Reminding = {
  ...{ log, views, clock, ids, writeLetter, bankHolidays: ukBankHolidays },
  mailer: {
    kind: 'outbox',
    place: 'nowhere',
    send: () => () => {
      count.sent += 1;
      return Promise.resolve({ _tag: 'Sent' });
    },
  },
  links: signedLinks(new Uint8Array(32).fill(7)),
  publicUrl: 'https://plans.example',
};

/** A day and time, and what a process that remembers no round before does then. */
const at = async <A>(
  name: string,
  [date, time]: readonly [string, string],
  work: () => Promise<A>,
): Promise<readonly [number, A]> => {
  Object.assign(clockShown, { date, time });
  const [ms, done] = await withProfile(name, () => elapsed(work));
  return [ms / 1000, done];
};

const fixing = async (): Promise<number> => {
  const { done, failures } = rightOf(await fixReminders(reminding)());
  if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
  return done.filter(({ planned }) => planned === true).length;
};

const sentBy = (plan: number, message: number, place: number, date: string) => {
  const at = `${date}T10:05:00.000Z`;
  const name = `taken ${plan} ${place}`;
  const sayings: ReadonlyArray<readonly [EventKind, Json, number]> = [
    [ReminderSending, { message, attempt: 1, since: at }, 0],
    [ReminderSent, { message, attempt: 1, messageId: name, at }, 0],
  ];
  return sayings.map((saying, n) => happened(`${name} ${n}`, date, saying, n));
};

/** Sending is what a mail server makes of it: it is measured on some plans. */
const sending = async (howMany: number): Promise<void> => {
  for (let n = 0; n < howMany; n += 1) {
    const round = rightOf(await remind(reminding, { only: must(PlanId)(`many-${n}`) })());
    if (round.failures.length > 0) throw new Error(JSON.stringify(round.failures[0]));
  }
};

/** As if a mail server had taken all messages of a day: so much is sent in the hours after a run. */
const allTaken = async (date: string): Promise<void> => {
  for (let n = 0; n < plans; n += 1) {
    const stream = runStream(must(PlanId)(`many-${n}`), must(LocalDate)(date));
    const events = rightOf(await log.readStream(stream, { direction: 'forwards' })());
    const taken = events.flatMap(({ event }, place) =>
      event.type === 'ReminderDue' ? sentBy(n, event.data.message, place, date) : [],
    );
    const [one, ...others] = taken;
    if (one === undefined) continue;
    rightOf(
      await log.append(stream, { _tag: 'Revision', revision: events.length - 1 }, [
        one,
        ...others,
      ])(),
    );
  }
  rightOf(await views.catchUp()());
};

const [first, firstRuns] = await at('a first day', ['2026-11-19', '10:00'], fixing);
const [again] = await at('the same day again', ['2026-11-19', '10:30'], fixing);
await allTaken('2026-11-19');
const [next, nextRuns] = await at('the next day', ['2026-11-20', '10:00'], fixing);
const [quiet] = await at('a Saturday', ['2026-11-21', '10:00'], fixing);
const before = count.sent;
const [sent] = await at('sending', ['2026-11-20', '11:00'], () => sending(50));
report({
  title: `What is asked of whom over ${plans * actionsAPlan} actions, ${plans} plans: worked out and recorded`,
  figures: [
    {
      name: `a first day, all that was owed for long: ${firstRuns} plans ask`,
      value: first,
      unit: 's',
      target: { atMost: 5 },
    },
    { name: 'the same day again, by a process that remembers nothing', value: again, unit: 's' },
    {
      name: `the next day: ${nextRuns} plans ask`,
      value: next,
      unit: 's',
      target: { atMost: 5 },
    },
    { name: 'a Saturday', value: quiet, unit: 's' },
    {
      name: `a message of ${count.sent - before}, from taken in hand to taken by a mailer`,
      value: (sent * 1000) / Math.max(1, count.sent - before),
      unit: 'ms',
    },
  ],
});

views.close();
await log.close();
made.dispose();
