import { canonicalJson } from '@trackrecord/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rightOf } from '../../testing/domain-log.ts';
import { type MadeUpCluster, madeUpCluster, ours } from '../../testing/made-up-cluster.ts';
import { openedReplica } from '../../testing/opened-replica.ts';
import { streamNamed, wordsId } from '../../testing/words-event.ts';
import type { ClusterEvent } from '../cluster-event.ts';
import type { Replica } from '../replica.ts';

/** Few streams and few ids, so that they meet; the last stream is none of ours. */
const streams = ['plan-a', 'plan-b', 'party-1', 'Notes'];

type Step = Readonly<{
  kind: 'ours' | 'foreign' | 'unmarked' | 'elsewhere';
  stream: number;
  id: number;
}>;

const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>('ours', 'ours', 'ours', 'foreign', 'unmarked', 'elsewhere'),
    stream: fc.nat(streams.length - 1),
    id: fc.nat(30),
  }),
  { minLength: 1, maxLength: 40 },
);

/** `unmarked` is an event as ours are, but that nobody of ours wrote; `elsewhere` is in no stream of this tenant. */
const clusterOf = (history: ReadonlyArray<Step>): MadeUpCluster => {
  const cluster = madeUpCluster();
  history.forEach(({ kind, stream: n, id }, index) => {
    const stream = `trackrecord.${streams[n] ?? ''}`;
    const data = { id: wordsId(id), words: `said ${index}` };
    switch (kind) {
      case 'ours':
        cluster.write({ stream, id: wordsId(id), data, metadata: ours });
        break;
      case 'foreign':
        cluster.write({ stream, id: wordsId(100 + index), data: { any: 'thing' }, metadata: ours });
        break;
      case 'unmarked':
        cluster.write({ stream, id: wordsId(id), data });
        break;
      case 'elsewhere':
        cluster.writeElsewhere();
        break;
    }
  });
  return cluster;
};

/** How a cluster’s events come to a node: how many at a time, how many of them again, and whether it starts anew. */
type Delivery = Readonly<{ count: number; again: number; reopen: boolean; told: boolean }>;

const deliveries: fc.Arbitrary<ReadonlyArray<Delivery>> = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 9 }),
    again: fc.oneof(fc.constant(0), fc.nat(12)),
    reopen: fc.boolean(),
    told: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const asItComes: Delivery = { count: 1, again: 0, reopen: false, told: false };

/** What a copy comes to, in words. */
type Copy = Readonly<{
  events: ReadonlyArray<string>;
  skipped: ReadonlyArray<string>;
  ends: ReadonlyArray<string>;
}>;

const memberOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;

/** The rule, as plainly as it can be written: one list, gone through once. */
const expectedCopy = (all: ReadonlyArray<ClusterEvent>): Copy => {
  const events: Array<string> = [];
  const skipped: Array<string> = [];
  const inLog: Array<Readonly<{ stream: string; id: unknown }>> = [];
  for (const { stream, revision, id, data, metadata } of all) {
    const name = stream.replace('trackrecord.', '');
    const isOurs = name !== 'Notes' && metadata !== undefined && memberOf(data, 'id') === id;
    const isRepeated = isOurs && inLog.some((event) => event.id === id);
    if (!isOurs || isRepeated) {
      skipped.push(`${stream}@${String(revision)} ${id} ${isOurs ? 'repeated' : 'foreign'}`);
      continue;
    }
    const before = inLog.filter((event) => event.stream === stream).length;
    inLog.push({ stream, id });
    const text = canonicalJson({ id, words: String(memberOf(data, 'words')) });
    events.push(`${inLog.length} ${name}@${before} ${text}`);
  }
  const ends = streams.slice(0, 3).map((name) => {
    const stream = `trackrecord.${name}`;
    const inStream = inLog.filter((event) => event.stream === stream).length;
    const onServer = all.filter((event) => event.stream === stream).length;
    return `${name} ${inStream - 1} ${onServer - 1}`;
  });
  return { events, skipped, ends };
};

const copyOf = (replica: Replica): Copy => ({
  events: rightOf(replica.reader.after(0, 1000)).map(
    ({ position, stream, revision, text }) => `${position} ${stream}@${revision} ${text}`,
  ),
  skipped: replica
    .skipped()
    .map(({ stream, revision, id, why }) => `${stream}@${String(revision)} ${id} ${why}`),
  ends: streams.slice(0, 3).map((name) => {
    const stream = streamNamed(name);
    const [revision, onServer] = [replica.lastRevision(stream), replica.lastOnServer(stream)];
    return `${name} ${revision ?? -1} ${String(onServer ?? -1n)}`;
  }),
});

/** Delivers a cluster’s events to a copy of its own, and gives what that comes to. */
const delivered = (cluster: MadeUpCluster, plan: ReadonlyArray<Delivery>): Copy => {
  const { replica, reopen, dispose } = openedReplica();
  const all = cluster.all();
  try {
    let next = 0;
    for (let n = 0; next < all.length; n += 1) {
      const { count, again, told, reopen: isReopened } = plan[n % plan.length] ?? asItComes;
      const batch = all.slice(Math.max(0, next - again), next + count);
      const last = batch.at(-1)?.position ?? { commit: 0n, prepare: 0n };
      rightOf(replica().take(batch, last));
      next += count;
      // Where nothing of ours comes before the next event, the cluster may say so.
      const upTo = (all[next]?.position.commit ?? 0n) - 1n;
      if (told && upTo > last.commit) {
        rightOf(replica().take([], { commit: upTo, prepare: upTo }));
      }
      if (isReopened) reopen();
    }
    return copyOf(replica());
  } finally {
    dispose();
  }
};

describe('any two copies of one log', () => {
  it('given any history, batches, redeliveries and restarts, then both are what the plain rule says', () => {
    fc.assert(
      fc.property(steps, deliveries, deliveries, (history, one, other) => {
        const cluster = clusterOf(history);
        const expected = expectedCopy(cluster.all());
        expect(delivered(cluster, one)).toEqual(expected);
        expect(delivered(cluster, other)).toEqual(expected);
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  });
});

/** What a tampered list leads to: how much of it was taken, and what was said of the event that did not fit. */
const tampered = (list: ReadonlyArray<ClusterEvent>) => {
  const { replica, dispose } = openedReplica();
  try {
    const last = list.at(-1)?.position ?? { commit: 0n, prepare: 0n };
    return { taken: replica().take(list, last), copy: copyOf(replica()) };
  } finally {
    dispose();
  }
};

const oursOnly = fc.array(
  fc.record({ stream: fc.nat(2), kind: fc.constantFrom<Step['kind']>('ours', 'unmarked') }),
  { minLength: 2, maxLength: 25 },
);

/** A history of our streams in which no id comes twice. */
const sound = (
  history: ReadonlyArray<Pick<Step, 'stream' | 'kind'>>,
): ReadonlyArray<ClusterEvent> => clusterOf(history.map((step, id) => ({ ...step, id }))).all();

const nameOf = ({ stream, revision }: ClusterEvent): string =>
  `revision ${String(revision)} of ${stream}, position`;

describe('a history that was tampered with', () => {
  it('given any event that is missing, then the next of its stream is named, and nothing from there on is served', () => {
    fc.assert(
      fc.property(oursOnly, fc.nat(), (history, n) => {
        const all = sound(history);
        const missing = all[n % all.length];
        const index = all.findIndex(
          (event) => event.stream === missing?.stream && event.revision === missing.revision + 1n,
        );
        const faulty = all[index];
        // Of a stream's last event nothing can show that it is missing until there is another.
        fc.pre(missing !== undefined && faulty !== undefined);
        const { taken, copy } = tampered(all.filter((event) => event !== missing));
        expect(taken).toMatchObject({ left: { _tag: 'Gap' } });
        expect(taken).toHaveProperty('left.message', expect.stringContaining(nameOf(faulty)));
        const before = all.slice(0, index).filter((event) => event !== missing);
        expect(copy).toEqual(expectedCopy(before));
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  });

  it('given any two neighbours that were swapped, then the one that does not fit is named, and nothing after it is served', () => {
    fc.assert(
      fc.property(oursOnly, fc.nat(), (history, n) => {
        const all = sound(history);
        const first = n % (all.length - 1);
        const [one, two] = [all[first], all[first + 1]];
        fc.pre(one !== undefined && two !== undefined);
        const before = all.slice(0, first);
        const { taken, copy } = tampered([...before, two, one, ...all.slice(first + 2)]);
        const sameStream = one.stream === two.stream;
        expect(taken).toMatchObject({ left: { _tag: sameStream ? 'Gap' : 'Reordered' } });
        const faulty = sameStream ? two : one;
        expect(taken).toHaveProperty('left.message', expect.stringContaining(nameOf(faulty)));
        expect(copy).toEqual(expectedCopy(sameStream ? before : [...before, two]));
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  });
});
