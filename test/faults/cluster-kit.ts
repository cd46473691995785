import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rightOf } from '@trackrecord/test-kit';
import { onTestFinished } from 'vitest';
import { type ClusterStore, type Peer } from '../cluster-peer/index.ts';
import { sample } from '../contract/sample-event.ts';
import { chanceOf } from './cluster-chance.ts';
import { type Desk, openDesk } from './cluster-desk.ts';
import { type Asker, askForOne, registerPlan } from './cluster-orders.ts';
import { truthIn } from './cluster-truth.ts';
import { turnTime } from './cluster-turns.ts';

export const tenant = 'kent';

/** A directory that is gone when the test has finished. */
export const aDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-cluster-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  return directory;
};

/** Resolves once it is so, looking at every turn of the event loop. */
export const until = async (isSo: () => boolean): Promise<void> => {
  const { delay } = turnTime();
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns > 500_000) throw new Error('it never comes to be so');
    await delay(1);
  }
};

/** Writes an event of ours, as another node does. */
export const say = (store: ClusterStore, stream: string, n: number): void => {
  const event = sample(n);
  store.write(`${tenant}.${stream}`, {
    type: 'Said',
    id: event.id,
    data: event,
    metadata: { trackrecord: 1 },
  });
};

/** A node whose waiting does not take time; it is closed when the test has finished. */
export const deskOn = async (
  { connectionString: connection }: Pick<Peer, 'connectionString'>,
  directory: string,
  { name, seed = name }: Readonly<{ name: string; seed?: string }>,
): Promise<Desk> => {
  const { delay, startTimer } = turnTime();
  const log = { delay, startTimer };
  const desk = await openDesk({ name, connection, tenant, directory, seed, log });
  onTestFinished(() => desk.close());
  return desk;
};

/** Resolves once the views of all these nodes hold all that the cluster does. */
export const allHold = async ({ store }: Peer, ...desks: ReadonlyArray<Desk>): Promise<void> => {
  const { length } = truthIn(store, tenant);
  for (const { status, views } of desks) {
    await until(() => status().ordinal === length);
    rightOf(await views.catchUp()());
  }
};

export type TwoDesks = Readonly<{
  directory: string;
  one: Desk;
  two: Desk;
  plan: string;
  asker: Asker;
}>;

/** Two nodes of a cluster, and a plan on which people of both have worked. */
export const twoDesks = async (peer: Peer): Promise<TwoDesks> => {
  const directory = aDirectory();
  const one = await deskOn(peer, directory, { name: 'one' });
  const two = await deskOn(peer, directory, { name: 'two' });
  const plan = 'harbour';
  rightOf((await registerPlan(one, plan)).outcome);
  const asker = { plans: [plan], chance: chanceOf(1, 'asker') } as const;
  for (let n = 0; n < 30; n += 1) {
    const desk = n % 2 === 0 ? one : two;
    await askForOne(desk, asker, { why: `Number ${n}.` });
  }
  await allHold(peer, one, two);
  return { directory, one, two, plan, asker };
};
