import {
  type Done,
  type Patience,
  planAnswer,
  resolveQuestion,
  streamOf,
  waitFor,
} from '@trackrecord/application';
import { type DomainEvent, PlanId, statementsOf } from '@trackrecord/domain';
import { Ordinal } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import type { Desk } from './cluster-desk.ts';
import { type Asked, type Asker, askForOne } from './cluster-orders.ts';

/** How often each outcome came, and how often nodes were asked whether they see it. */
export type Tally = Map<string, number>;

/** Does not wait at all. */
const atOnce: Patience = { seconds: 0, pause: () => Promise.resolve() };

/** Waits until it is told to stop: for what is bound to come. */
const untilItComes: Patience = {
  seconds: 3600,
  pause: (_ms, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    }),
};

/** Whether a node's views hold an event at an ordinal, by its type and the words of its author. */
const holds = (desk: Desk, plan: string, at: Ordinal, event: DomainEvent): boolean => {
  const subject = statementsOf(event).says[0]?.subject;
  const records = rightOf(desk.views.recordsOf(streamOf('plan', plan), at, { subject }));
  return records.some(({ type, why }) => type === event.type && why === event.why);
};

/** Whoever has changed something sees it on the same node at once, by token, by ordinal, and in the views. */
const seesOwn = async (desk: Desk, plan: string, { token, ordinal, events }: Done) => {
  if (token === null || ordinal === null) throw new Error(`${desk.name} has no token or ordinal`);
  const seen = rightOf(await waitFor(desk)(token, atOnce)());
  if (seen < ordinal) throw new Error(`${desk.name} is at ${seen}, and had said ${ordinal}`);
  const missing = events.find((event) => !holds(desk, plan, ordinal, event));
  if (missing !== undefined)
    throw new Error(`${desk.name} does not see its ${missing.type} ${missing.id} at ${ordinal}`);
};

const answerAt = (desk: Desk, plan: string, ordinal: Ordinal): string => {
  const known = { knownAt: { _tag: 'AtOrdinal', ordinal } } as const;
  const question = rightOf(resolveQuestion(desk)(must(PlanId)(plan), known));
  return JSON.stringify(rightOf(planAnswer(desk)(question)));
};

/** Whoever has the token sees the change on the other node too, and what was known up to it alike. */
const seenBy = async (other: Desk, desk: Desk, plan: string, { token, ordinal, events }: Done) => {
  if (token === null || ordinal === null) throw new Error(`${desk.name} has no token or ordinal`);
  const there = rightOf(await waitFor(other)(token, untilItComes)());
  const missing = events.find((event) => !holds(other, plan, there, event));
  if (missing !== undefined)
    throw new Error(`${other.name} does not see ${missing.type} ${missing.id} of ${desk.name}`);
  const at = must(Ordinal)(Math.min(there, ordinal));
  if (answerAt(other, plan, at) !== answerAt(desk, plan, at))
    throw new Error(`the nodes answer ${plan} as known at ${at} differently`);
};

const outcomeOf = ({ outcome }: Asked): string => {
  if (E.isRight(outcome)) return outcome.right.events.length === 0 ? 'nothing new' : 'recorded';
  return outcome.left._tag === 'Storage' ? outcome.left.error._tag : outcome.left._tag;
};

export type User = Asker & Readonly<{ who: string; count: number; tally: Tally }>;

/** One user on a node: asks for one thing after the other, sometimes by what they saw a while ago. */
export const work = async (desk: Desk, other: Desk, user: User): Promise<void> => {
  const { who, count, chance, tally } = user;
  const tell = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  let lookedAt: Ordinal | undefined;
  for (let asked = 0; asked < count; asked += 1) {
    if (chance.comes(0.1)) lookedAt = rightOf(desk.views.head());
    const basedOn = chance.comes(0.5) ? lookedAt : undefined;
    const one = await askForOne(desk, user, { basedOn, why: `${who}, ${asked}` });
    tell(outcomeOf(one));
    if (E.isLeft(one.outcome)) continue;
    await seesOwn(desk, one.plan, one.outcome.right);
    tell('seen on the same node');
    if (chance.comes(0.05)) {
      await seenBy(other, desk, one.plan, one.outcome.right);
      tell('seen on the other node');
    }
  }
};
