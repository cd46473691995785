import { join } from 'node:path';
import {
  type Clock,
  owedAnswer,
  remind,
  type Reminding,
  type Writable,
} from '@trackrecord/application';
import { AccessId, eventCodec, PartyId } from '@trackrecord/domain';
import { openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { CommandId, Instant, LocalDate } from '@trackrecord/kernel';
import { signedLinks, ukBankHolidays, writeLetter } from '@trackrecord/notifications';
import { median, report } from './harness.ts';
import { actionsAPlan, makeManyPlansLog, ownerId, plans } from './many-plans-log.ts';
import { must, rightOf } from './must.ts';
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

/** One round at a day and time, as a process does it that remembers no round before. */
const roundAt = async (date: string, time: string): Promise<readonly [number, number]> => {
  const before = count.sent;
  Object.assign(clockShown, { date, time });
  const [ms, round] = await withProfile(`${date} ${time}`, () =>
    elapsed(async () => rightOf(await remind(reminding)())),
  );
  if (round.failures.length > 0) throw new Error(JSON.stringify(round.failures[0]));
  return [ms / 1000, count.sent - before];
};

const rounds = [
  { name: 'a first day, all that was owed for long', on: '2026-11-19', at: '10:00' },
  { name: 'the same day again, nothing left to send', on: '2026-11-19', at: '10:30' },
  { name: 'the next day', on: '2026-11-20', at: '10:00' },
  { name: 'a Saturday', on: '2026-11-21', at: '10:00' },
  { name: 'the Monday after', on: '2026-11-23', at: '10:00', isDaily: true },
];
const figures = [];
for (const { name, on, at, isDaily } of rounds) {
  const [value, sent] = await roundAt(on, at);
  figures.push({
    name: `${name}: ${sent} messages`,
    value,
    unit: 's' as const,
    ...(isDaily === true ? { target: { atMost: 5 } } : {}),
  });
}
report({
  title: `A round of reminders over ${plans * actionsAPlan} actions, ${plans} plans`,
  figures,
});

views.close();
await log.close();
made.dispose();
