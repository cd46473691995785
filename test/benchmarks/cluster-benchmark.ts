import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  streamNameFilter,
} from '@eventstore/db-client';
import { type Clock, copyLog, planAnswer } from '@trackrecord/application';
import type { EventLog } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec, PlanId } from '@trackrecord/domain';
import { openKurrentDbEventLog, openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { elapsed_ms, measureRounds, report } from './harness.ts';
import { must, rightOf } from './must.ts';
import { startPeerProcess } from './peer-process.ts';
import { anyDate } from './plan-history.ts';
import { makePlansLog } from './plans-log.ts';
import { type PlanEvent, planEvent, planEventCodec, planStream } from './sample-plan-events.ts';

/**
 * The log in a cluster against the bare client, both speaking to the same server, which runs as a process of its own:
 * appends of one event by writers with a stream each, while the adapter follows what it writes as every node does; and
 * catching up with a log from its start, against a bare subscription to the same streams. Then questions of a node that
 * follows against the embedded engine's, by the processor's time that they take.
 */
const rounds = 9;
const writers = 256;
const each = 12;
const alone = 400;
const history = 60_000;
const questions = 400;

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-cluster-bench-'));
const server = await startPeerProcess();
const connection = server.connectionString;
let files = 0;
const newFile = (): string => join(directory, `${(files += 1)}.db`);

const client = EventStoreDBClient.connectionString(connection);
const tenant = 'bench';
const prefix = `${tenant}.`;

const openNode = async () =>
  rightOf(
    await openKurrentDbEventLog({
      connection,
      tenant,
      replica: newFile(),
      codec: planEventCodec,
    })(),
  ).log;

type AppendOne = (stream: number, revision: number, event: PlanEvent) => Promise<unknown>;

const bare: AppendOne = (stream, revision, event) =>
  client.appendToStream(
    `${prefix}${planStream(stream)}`,
    jsonEvent({
      id: event.id,
      type: event.type,
      data: { ...event },
      metadata: { trackrecord: 1 },
    }),
    { expectedRevision: revision < 0 ? NO_STREAM : BigInt(revision) },
  );

const through =
  (log: EventLog<PlanEvent>): AppendOne =>
  async (stream, revision, event) =>
    rightOf(
      await log.append(
        planStream(stream),
        revision < 0 ? { _tag: 'NoStream' } : { _tag: 'Revision', revision },
        [event],
      )(),
    );

let streams = 0;
let runs = 0;

/** Appends a second: so many writers, each with a stream of its own that is new. */
const appendsBy = async (append: AppendOne, count: number, share: number): Promise<number> => {
  runs += 1;
  const run = `cluster run ${runs}`;
  const shares = Array.from({ length: count }, (_, w) =>
    Array.from({ length: share }, (__, n) => planEvent(n, `${run} ${w} `)),
  );
  const writeAll = async (events: ReadonlyArray<PlanEvent>): Promise<void> => {
    streams += 1;
    const stream = streams;
    for (const [n, event] of events.entries()) await append(stream, n - 1, event);
  };
  const ms = await elapsed_ms(() => Promise.all(shares.map(writeAll)));
  return ((count * share) / ms) * 1000;
};

const node = await openNode();
const appends = await measureRounds(rounds, {
  bareOne: () => appendsBy(bare, 1, alone),
  one: () => appendsBy(through(node), 1, alone),
  bareMany: () => appendsBy(bare, writers, each),
  many: () => appendsBy(through(node), writers, each),
});
await node.close();

// A log as it comes to be, of plans and parties.
const made = await makePlansLog(history);
const source = rightOf(
  await openSqliteEventLog({
    file: join(made.directory, 'log.db'),
    codec: eventCodec,
    mode: 'read',
  })(),
);
const kent = (replica: string) =>
  openKurrentDbEventLog({ connection, tenant: 'kent', replica, codec: eventCodec });
const target = rightOf(await kent(newFile())()).log;
rightOf(await copyLog({ from: source, to: target, onProgress: () => undefined })());
await target.close();

const ended = (subscription: AllStreamSubscription): Promise<void> =>
  new Promise((resolve, reject) => {
    subscription.on('data', () => undefined);
    subscription.on('caughtUp', resolve);
    subscription.on('error', reject);
  });

/** Events a second of a bare subscription that looks at none of them. */
const bareCatchUp = async (): Promise<number> => {
  const ms = await elapsed_ms(async () => {
    const subscription = client.subscribeToAll({
      filter: streamNameFilter({ prefixes: ['kent.'] }),
    });
    await ended(subscription);
    await subscription.unsubscribe();
  });
  return (history / ms) * 1000;
};

/** Events a second into a new node's copy, from nothing; with its views where asked. */
const nodeCatchUp = async (withViews: boolean): Promise<number> => {
  const close: Array<() => unknown> = [];
  const ms = await elapsed_ms(async () => {
    const { log, status } = rightOf(await kent(newFile())());
    close.push(log.close);
    if (withViews) close.push(rightOf(await openViews({ file: newFile(), log })()).close);
    if (status().ordinal !== history) throw new Error(JSON.stringify(status()));
  });
  for (const put of close.toReversed()) await put();
  return (history / ms) * 1000;
};

const catchUp = await measureRounds(rounds, {
  bare: bareCatchUp,
  copy: () => nodeCatchUp(false),
  copyAndViews: () => nodeCatchUp(true),
});

const following = rightOf(await kent(newFile())()).log;
const viewsOf = async (log: EventLog<DomainEvent>) =>
  rightOf(await openViews({ file: newFile(), log })());
const [embeddedViews, followingViews] = [await viewsOf(source), await viewsOf(following)];
const noClock: Clock = {
  now: () => must(Instant)('2026-11-22T09:30:00.000Z'),
  today: () => anyDate(1),
  endOfDay: () => must(Instant)('2026-11-22T23:59:59.999Z'),
  local: (instant) => ({
    date: must(LocalDate)(instant.slice(0, 10)),
    time: instant.slice(11, 16),
  }),
};

/** Answers per second of the processor's time, of this whole process. */
const answersBy = (views: typeof embeddedViews): number => {
  const before = process.cpuUsage();
  for (let n = 0; n < questions; n += 1) {
    const knownAt = rightOf(views.head());
    const plan = must(PlanId)(`plan-${n % made.plans}`);
    const point = { asOf: anyDate((n % 97) / 97), knownAt };
    rightOf(planAnswer({ views, clock: noClock })({ plan, point, knownAt: null, asIn: null }));
  }
  const { user, system } = process.cpuUsage(before);
  return (questions / (user + system)) * 1e6;
};

answersBy(embeddedViews);
const reads = await measureRounds(rounds, {
  embedded: () => answersBy(embeddedViews),
  following: () => answersBy(followingViews),
});
embeddedViews.close();
followingViews.close();
await following.close();
await source.close();
await client.dispose();
await server.stop();
made.dispose();
rmSync(directory, { recursive: true });

report({
  title: 'The log in a cluster, to the bare client of the same server',
  figures: [
    { name: 'one writer, bare client', value: appends.of('bareOne'), unit: '/s' },
    { name: 'one writer, through the adapter', value: appends.of('one'), unit: '/s' },
    {
      name: 'one writer, to the bare client',
      value: appends.ratio('one', 'bareOne'),
      unit: '×',
      target: { atLeast: 0.9 },
    },
    { name: '256 writers, bare client', value: appends.of('bareMany'), unit: '/s' },
    { name: '256 writers, through the adapter', value: appends.of('many'), unit: '/s' },
    {
      name: '256 writers, to the bare client',
      value: appends.ratio('many', 'bareMany'),
      unit: '×',
      target: { atLeast: 0.9 },
    },
    { name: 'catching up, bare subscription', value: catchUp.of('bare'), unit: '/s' },
    { name: 'catching up, into the copy', value: catchUp.of('copy'), unit: '/s' },
    {
      name: 'catching up, into the copy, to the bare subscription',
      value: catchUp.ratio('copy', 'bare'),
      unit: '×',
      target: { atLeast: 0.7 },
    },
    {
      name: 'catching up, into the copy and the views, to the same',
      value: catchUp.ratio('copyAndViews', 'bare'),
      unit: '×',
    },
    {
      name: 'answers a second of processor time, embedded',
      value: reads.of('embedded'),
      unit: '/s',
    },
    {
      name: 'answers of a following node, to the embedded engine',
      value: reads.ratio('following', 'embedded'),
      unit: '×',
      target: { atLeast: 0.95 },
    },
  ],
});
