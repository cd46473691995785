import * as E from 'fp-ts/lib/Either.js';
import { sample, streamName } from '../contract/sample-event.ts';
import { noStream, readEverything } from '../contract/with-log.ts';
import { lineOf, type TestNode } from './cluster-node.ts';
import type { Stage } from './cluster-stage.ts';
import { type Line, difference, truthIn } from './cluster-truth.ts';
import type { TurnTime } from './cluster-turns.ts';
import { wrongAnswers } from './cluster-verdict.ts';
import type { Try } from './cluster-writer.ts';

/** A node has so much time to get to where all the others are, once nothing goes wrong any more. */
const recovery_ms = 120_000;

/** Whether a node's reader comes to see as many events as there are. */
const catchesUp = async (node: TestNode, count: number, time: TurnTime): Promise<boolean> => {
  const end_ms = time.now() + recovery_ms;
  while (node.seen.length < count && time.now() < end_ms) await time.delay(10);
  return node.seen.length >= count;
};

/** Numbers of events that no writer has. */
const firstOfLast = 90_000;

/** Every node can append again, at once. */
const lastWords = async ({ nodes }: Stage): Promise<ReadonlyArray<string>> => {
  const wrong: Array<string> = [];
  for (const [index, { name, log }] of nodes.entries()) {
    const last = sample(firstOfLast + index);
    const outcome = await log().append(streamName(`last-${index}`), noStream, [last])();
    if (E.isLeft(outcome))
      wrong.push(`node ${name} cannot append in the end: ${JSON.stringify(outcome.left)}`);
  }
  return wrong;
};

/** What is wrong with a node: with what its reader was told all along, and with what it answers in the end. */
const wrongOn = async (
  node: TestNode,
  truth: ReadonlyArray<Line>,
  time: TurnTime,
): Promise<ReadonlyArray<string>> => {
  const { name, seen, log, status } = node;
  if (!(await catchesUp(node, truth.length, time))) {
    const { state, problem = 'no problem', ordinal } = status();
    return [
      `node ${name} does not come to hold all: it is ${state} at ordinal ${ordinal} of ${truth.length} (${problem})`,
    ];
  }
  const held = (await readEverything(log())).map(lineOf);
  return [
    ...difference(`what node ${name} told its reader`, seen.map(lineOf), truth),
    ...difference(`the log on node ${name}`, held, truth),
  ];
};

/** What is wrong with the nodes, and the truth that they were held against. */
const wrongOnAll = async (
  stage: Stage,
): Promise<Readonly<{ truth: ReadonlyArray<Line>; wrong: ReadonlyArray<string> }>> => {
  const { servers, nodes, time, tenant } = stage;
  const truth = truthIn(servers.store, tenant);
  const wrong: Array<string> = [];
  for (const node of nodes) wrong.push(...(await wrongOn(node, truth, time)));
  // An append that was slow on its way, and given up long ago, may land as late as now: once more, then.
  return truthIn(servers.store, tenant).length === truth.length
    ? { truth, wrong }
    : wrongOnAll(stage);
};

/** Holds all that nodes have answered against what the cluster holds in the end. */
export const judge = async (
  stage: Stage,
  tries: ReadonlyArray<Try>,
): Promise<ReadonlyArray<string>> => {
  const last = await lastWords(stage);
  const { truth, wrong } = await wrongOnAll(stage);
  return [...last, ...wrong, ...wrongAnswers(tries, truth)];
};
