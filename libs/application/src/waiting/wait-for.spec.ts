import { RatingChanged } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { tokenOf } from './token.ts';
import { type Patience, waitFor } from './wait-for.ts';

const harbour = must(StreamName)('plan-harbour');
const vale = must(StreamName)('plan-vale');

/** A node whose views hold a plan with an action: ordinals 1 and 2. */
const aNode = async () => {
  const { log, views } = await memoryTrackrecord();
  await appendEvents({ log }, harbour, eventsFrom(1, aPlan, anAction('27')));
  rightOf(await views.catchUp()());
  const last = rightOf(await log.readAll(undefined, 2)()).at(-1)?.position;
  return { log, views, tail: () => last };
};

type Node = Awaited<ReturnType<typeof aNode>>;

const appendRating = ({ log }: Node, id: number) =>
  appendEvents(
    { log },
    harbour,
    eventsFrom(id, happened(RatingChanged, { action: '27', rating: 'Red' })),
  );

/** Patience that ends when it is told to, and tells when it begins, for how long, and when it is let go. */
const somePatience = (seconds = 5) => {
  const [begun, ended] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const asked: number[] = [];
  const letGo: string[] = [];
  const patience: Patience = {
    seconds,
    pause: (length_ms, signal) => {
      asked.push(length_ms);
      signal.addEventListener('abort', () => {
        letGo.push('let go');
        ended.resolve(undefined);
      });
      begun.resolve(undefined);
      return ended.promise;
    },
  };
  const end = () => {
    ended.resolve(undefined);
  };
  return { patience, asked, letGo, begun: begun.promise, end };
};

describe('waiting for a token', () => {
  it('given what the node holds already, then it answers at once, with the ordinal of the views', async () => {
    const { patience, asked } = somePatience();
    const token = tokenOf({ stream: harbour, revision: 1 });
    expect(await waitFor(await aNode())(token, patience)()).toEqual(E.right(2));
    expect(asked).toEqual([]);
  });

  it('given what only the log holds, then the views take it in', async () => {
    const node = await aNode();
    await appendRating(node, 10);
    const token = tokenOf({ stream: harbour, revision: 2 });
    expect(await waitFor(node)(token, somePatience().patience)()).toEqual(E.right(3));
    expect(node.views.head()).toEqual(E.right(3));
  });

  it('given what comes while it waits, then it answers then, and its timer is let go', async () => {
    const node = await aNode();
    const { patience, asked, letGo, begun } = somePatience();
    const waiting = waitFor(node)(tokenOf({ stream: harbour, revision: 3 }), patience)();
    await begun;
    await appendRating(node, 10);
    await appendEvents(node, vale, eventsFrom(20, aPlan));
    await appendRating(node, 11);
    expect(await waiting).toEqual(E.right(5));
    expect({ asked, letGo }).toEqual({ asked: [5000], letGo: ['let go'] });
  });

  it('given a stream that is still to come, then it answers once that is there', async () => {
    const node = await aNode();
    const { patience, begun } = somePatience();
    const waiting = waitFor(node)(tokenOf({ stream: vale, revision: 0 }), patience)();
    await begun;
    await appendEvents(node, vale, eventsFrom(20, aPlan));
    expect(await waiting).toEqual(E.right(3));
  });

  it('given patience that ends first, then it says for what it waited, and how far the node is', async () => {
    const node = await aNode();
    const { patience, begun, end } = somePatience();
    const token = tokenOf({ stream: harbour, revision: 9 });
    const waiting = waitFor(node)(token, patience)();
    await begun;
    await appendRating(node, 10);
    end();
    const outcome = await waiting;
    expect(outcome).toMatchObject(E.left({ _tag: 'NotYet' }));
    const words = JSON.stringify(outcome);
    expect(words).toContain(token);
    expect(words).toContain('5 s');
    expect(words).toContain('ordinal 3');
  });

  it('given no patience at all, then it looks once and does not wait', async () => {
    const { patience, asked } = somePatience(0);
    const token = tokenOf({ stream: vale, revision: 0 });
    expect(await waitFor(await aNode())(token, patience)()).toMatchObject(
      E.left({ _tag: 'NotYet' }),
    );
    expect(asked).toEqual([]);
  });

  it('given what is no token, then nothing is waited for', async () => {
    const { patience, asked } = somePatience();
    expect(await waitFor(await aNode())('soon', patience)()).toMatchObject(
      E.left({ _tag: 'Invalid' }),
    );
    expect(asked).toEqual([]);
  });

  it('given a log that cannot be read, then that is the failure', async () => {
    const node = await aNode();
    await node.log.close();
    const token = tokenOf({ stream: harbour, revision: 1 });
    expect(await waitFor(node)(token, somePatience().patience)()).toMatchObject(
      E.left({ _tag: 'Storage', error: { _tag: 'Unavailable' } }),
    );
  });

  it('given a node that waits, then it follows from where its views stand, not from the start', async () => {
    const node = await aNode();
    const from: Array<string | undefined> = [];
    const log = {
      ...node.log,
      follow: (...args: Parameters<typeof node.log.follow>) => {
        from.push(args[0]);
        return node.log.follow(...args);
      },
    };
    const { patience, begun } = somePatience();
    const token = tokenOf({ stream: harbour, revision: 2 });
    const waiting = waitFor({ ...node, log })(token, patience)();
    await begun;
    await appendRating(node, 10);
    expect(await waiting).toEqual(E.right(3));
    const [, second] = rightOf(await node.log.readAll(undefined, 2)());
    expect(from).toEqual([second?.position]);
  });
});
