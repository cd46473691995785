import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamName } from '../contract/sample-event.ts';
import { chanceOf } from './cluster-chance.ts';
import { judge } from './cluster-judgement.ts';
import { type TestNode, startNode } from './cluster-node.ts';
import { type Stage, befallAll, mend, startServers } from './cluster-stage.ts';
import { makeTrouble } from './cluster-troubles.ts';
import { turnTime } from './cluster-turns.ts';
import { type Try, write } from './cluster-writer.ts';

/** What a schedule came to. */
export type Report = Readonly<{
  seed: number;
  /** What is wrong; nothing where all is well. */
  wrong: ReadonlyArray<string>;
  /** What befell it, each with its time. */
  story: ReadonlyArray<string>;
  tries: ReadonlyArray<Try>;
}>;

const shared = ['plan-a', 'plan-b'].map(streamName);

/** How many things each of them has to say. */
const sayings = 12;

const writeAll = async ({ seed, nodes, chance, time }: Stage): Promise<ReadonlyArray<Try>> => {
  const tries: Array<Try> = [];
  const writers = Array.from({ length: 2 + chance.below(3) }, (_, writer) => writer);
  await Promise.all(
    writers.map(async (writer) => {
      const node = nodes[writer % nodes.length];
      if (node === undefined) throw new Error('there is no node to write on');
      await write({
        node,
        streams: [streamName(`own-${writer}`), ...shared],
        count: sayings,
        firstNumber: writer * 1_000,
        chance: chanceOf(seed, `writer ${writer}`),
        time,
        told: (one) => tries.push(one),
      });
    }),
  );
  return tries;
};

/** Writers write while all goes wrong; then nothing does any more, and all is compared. */
const act = async (stage: Stage): Promise<Pick<Report, 'wrong' | 'tries'>> => {
  const { seed, servers, chance, time, told } = stage;
  const worst = chance.next() * 0.4;
  const rates = { append: worst, other: worst / 2, delivery: worst / 8 };
  befallAll(servers, { seed, rates, time, told });
  const ending = new AbortController();
  const trouble = makeTrouble(stage, ending.signal);
  const tries = await writeAll(stage);
  ending.abort();
  await trouble;
  await mend(servers);
  told('all is mended');
  return { tries, wrong: await judge(stage, tries) };
};

/** Plays the schedule of a seed: servers, nodes and files of its own, which are gone when it has been played. */
export const play = async (seed: number): Promise<Report> => {
  const chance = chanceOf(seed, 'schedule');
  const time = turnTime();
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-schedule-'));
  const servers = await startServers(chance.oneOf(1, 1, 3));
  const { connection } = servers;
  const story: Array<string> = [];
  const nodes: Array<TestNode> = [];
  const tenant = 'kent';
  const stage: Stage = {
    seed,
    tenant,
    servers,
    nodes,
    chance,
    time,
    told: (what) => story.push(`${time.now()} ms: ${what}`),
  };
  try {
    for (const name of chance.comes(0.7) ? ['one', 'two'] : ['one']) {
      const ofNode = chanceOf(seed, `node ${name}`);
      nodes.push(await startNode({ name, directory, connection, tenant, time, chance: ofNode }));
    }
    return { seed, story, ...(await act(stage)) };
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await servers.stop();
    rmSync(directory, { recursive: true });
  }
};
