import { compareAnswers, type Readable } from '@trackrecord/application';
import type { Recorded } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import { memoryEventLog, openViews } from '@trackrecord/event-log';
import { Instant } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Peer } from '../cluster-peer/index.ts';
import { must as answerOf, noStream, revision } from '../contract/with-log.ts';
import { served } from '../cluster-peer/served.ts';
import { chanceOf } from './cluster-chance.ts';
import { type Desk, openDesk } from './cluster-desk.ts';
import { aDirectory, tenant } from './cluster-kit.ts';
import { registerPlan } from './cluster-orders.ts';
import { truthIn } from './cluster-truth.ts';
import { type Tally, work } from './cluster-work.ts';

/** Split between the nodes; TRACKRECORD_TWO_NODES_COMMANDS=10000 plays as many as were asked for. */
const commands = Number(process.env['TRACKRECORD_TWO_NODES_COMMANDS'] ?? 500);
const timeout_ms = 30_000 + commands * 40;

/** The longer a plan, the longer each command on it takes. */
const planCount = Math.max(3, Math.min(40, Math.round(commands / 250)));

/** At once on each node. */
const users = 4;

/** Two nodes with a copy each, whose clocks are 40 s apart. */
const twoDesks = async ({ connectionString: connection }: Peer): Promise<readonly [Desk, Desk]> => {
  const directory = aDirectory();
  const one = await openDesk({ name: 'one', connection, tenant, directory });
  const two = await openDesk({ name: 'two', connection, tenant, directory, ahead_s: -40 });
  onTestFinished(async () => {
    await one.close();
    await two.close();
  });
  return [one, two];
};

const everything = async ({ log }: Desk): Promise<ReadonlyArray<Recorded<DomainEvent>>> => {
  const all: Array<Recorded<DomainEvent>> = [];
  for (;;) {
    const page = await answerOf(log.readAll(all.at(-1)?.position, 1000));
    if (page.length === 0) return all;
    all.push(...page);
  }
};

/** The same events in the same order on an engine that knows nothing of clusters. */
const inMemory = async (
  events: ReadonlyArray<Recorded<DomainEvent>>,
  { clock }: Readable,
): Promise<Readable> => {
  const log = memoryEventLog(eventCodec);
  for (const { stream, revision: at, event } of events) {
    const expected = at === 0 ? noStream : revision(at - 1);
    await answerOf(log.append(stream, expected, [event]));
  }
  const views = await answerOf(openViews({ file: ':memory:', log }));
  return { views, clock };
};

/** Instants from before the first event to after the last, half a minute apart. */
const instants = (events: ReadonlyArray<Recorded<DomainEvent>>): ReadonlyArray<Instant> => {
  const first = Date.parse('2026-06-30T08:59:00.000Z');
  const count = Math.ceil(events.length / 20) + 10;
  return Array.from({ length: count }, (_, n) =>
    must(Instant)(new Date(first + n * 30_000).toISOString()),
  );
};

/** All users at once, on plans that they share; how often each outcome came. */
const everybodyWorks = async ([one, two]: readonly [Desk, Desk]): Promise<Tally> => {
  const [first = '', ...others] = Array.from({ length: planCount }, (_, n) => `harbour-${n}`);
  const plans = [first, ...others] as const;
  for (const [index, plan] of plans.entries())
    rightOf((await registerPlan(index % 2 === 0 ? one : two, plan)).outcome);
  const tally: Tally = new Map();
  const count = commands / (2 * users);
  await Promise.all(
    Array.from({ length: 2 * users }, async (_, user) => {
      const [desk, other] = user % 2 === 0 ? [one, two] : [two, one];
      const who = `user ${user} of node ${desk.name}`;
      await work(desk, other, { who, plans, count, tally, chance: chanceOf(1, who) });
    }),
  );
  return tally;
};

describe('two nodes on one log', () => {
  it(
    `given ${commands} commands split between them, with conflicts, then both end with equal answers, and each saw its own`,
    async () => {
      const peer = await served();
      const desks = await twoDesks(peer);
      const tally = await everybodyWorks(desks);
      expect([...tally.keys()]).toEqual(
        expect.arrayContaining(['recorded', 'nothing new', 'Refused', 'Conflict']),
      );

      const truth = truthIn(peer.store, tenant);
      const [one, two] = desks;
      const events = await everything(one);
      expect(await everything(two)).toEqual(events);
      expect(
        events.map(({ event: { id }, stream, revision: at }) => ({ id, stream, revision: at })),
      ).toEqual(truth);

      const memory = await inMemory(events, one);
      for (const { views } of desks) {
        expect(rightOf(await views.catchUp()())).toBe(truth.length);
        const ordinals = instants(events).map((at) => rightOf(views.ordinalAt(at)));
        expect(ordinals).toEqual(instants(events).map((at) => rightOf(memory.views.ordinalAt(at))));
      }
      for (const other of [two, memory])
        expect(rightOf(compareAnswers(one, other, () => undefined)).differences).toEqual([]);
    },
    timeout_ms,
  );
});
