import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { messageOf } from '../cluster/connection-kit.ts';
import {
  type ClusterStore,
  type DeliveryFault,
  type Peer,
  startPeer,
} from '../cluster-peer/index.ts';
import { sample, streamName } from '../contract/sample-event.ts';
import { noStream } from '../contract/with-log.ts';
import { type Chance, chanceOf } from './cluster-chance.ts';
import { say, tenant } from './cluster-kit.ts';
import { type TestNode, lineOf, startNode } from './cluster-node.ts';
import { type Line, truthIn } from './cluster-truth.ts';
import { type TurnTime, turnTime } from './cluster-turns.ts';

/** How a node stands, and what it says to those who ask. */
export type Ending = Readonly<{
  state: string;
  problem: string;
  /** All that it answers; `undefined` where it refuses to. */
  served: ReadonlyArray<Line> | undefined;
  /** Why it does not record something new; `undefined` where it does. */
  refused: string | undefined;
  /** What it should answer if it holds everything. */
  truth: ReadonlyArray<Line>;
}>;

/** A node that was told events in a wrong order, or not all of them. */
export type Disordered = Readonly<{
  seed: number;
  /** What went wrong on the way to it. */
  story: ReadonlyArray<string>;
  /** In the end. */
  first: Ending;
  /** When it was started again, and nothing went wrong any more. */
  again: Ending;
}>;

const streams = ['plan-a', 'plan-b', 'party-a'];

const harmless = (chance: Chance): DeliveryFault | undefined => {
  if (chance.comes(0.05)) return { _tag: 'Twice' };
  return chance.comes(0.02) ? { _tag: 'Ended' } : undefined;
};

const harmful = (chance: Chance): DeliveryFault | undefined => {
  if (chance.comes(0.03)) return { _tag: 'Skipped' };
  return chance.comes(0.03) ? { _tag: 'Swapped' } : undefined;
};

/** Once at most it is told wrongly: of a loss that nothing has shown yet nobody can know. */
const disturb = ({ faults }: Peer, seed: number, told: (what: string) => void): void => {
  let isHarmed = false;
  faults.planDeliveries(({ kind, call, number, event }) => {
    if (kind === 'Read') return undefined;
    const chance = chanceOf(seed, `delivery ${call.number} ${number}`);
    const harm = isHarmed ? undefined : harmful(chance);
    isHarmed ||= harm !== undefined;
    const fault = harm ?? harmless(chance);
    if (fault !== undefined)
      told(`${event.stream}@${String(event.revision)} (${event.id}): ${fault._tag}`);
    return fault;
  });
};

/** Others write so many events, in bursts. */
const writeSome = async (
  store: ClusterStore,
  chance: Chance,
  { delay }: TurnTime,
): Promise<void> => {
  for (let n = 0; n < 40; n += 1) {
    say(store, streams[chance.below(streams.length)] ?? 'plan-a', n);
    if (chance.comes(0.3)) await delay(chance.below(300));
  }
};

/** So long a node is waited for that neither stops nor comes to hold all. */
const patience_ms = 60_000;

const settled = async (node: TestNode, store: ClusterStore, time: TurnTime): Promise<void> => {
  const end_ms = time.now() + patience_ms;
  const { length } = truthIn(store, tenant);
  const isSettled = (): boolean =>
    node.status().state === 'stopped' || node.seen.length >= length || time.now() > end_ms;
  while (!isSettled()) await time.delay(10);
};

const endingOf = async (node: TestNode, store: ClusterStore, n: number): Promise<Ending> => {
  const { state, problem = '' } = node.status();
  const truth = truthIn(store, tenant);
  const all = await node.log().readAll(undefined, 1000)();
  const append = await node.log().append(streamName(`new-${n}`), noStream, [sample(n)])();
  return {
    state,
    problem,
    served: E.isRight(all) ? all.right.map(lineOf) : undefined,
    refused: E.isLeft(append) ? messageOf(append) : undefined,
    truth,
  };
};

/** Plays the disorder of a seed: a node follows while others write, and is told wrongly at times. */
export const playDisorder = async (seed: number): Promise<Disordered> => {
  const chance = chanceOf(seed, 'disorder');
  const time = turnTime();
  const peer = await startPeer();
  const { store, connectionString: connection } = peer;
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-disorder-'));
  const node = await startNode({ name: 'one', directory, connection, tenant, time, chance });
  const story: Array<string> = [];
  try {
    disturb(peer, seed, (what) => story.push(what));
    await writeSome(store, chance, time);
    await time.delay(2_000);
    peer.faults.clear();
    // What is missing at the end of a stream shows by what comes after it, and by nothing else.
    for (const [index, stream] of streams.entries()) say(store, stream, 100 + index);
    await settled(node, store, time);
    const first = await endingOf(node, store, 200);
    await node.restart();
    await settled(node, store, time);
    return { seed, story, first, again: await endingOf(node, store, 201) };
  } finally {
    await node.stop();
    await peer.stop();
    rmSync(directory, { recursive: true });
  }
};
