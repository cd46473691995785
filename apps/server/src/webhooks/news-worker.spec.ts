import {
  changeAction,
  noChangeOrder,
  rateOrder,
  rememberingTail,
  removeWebhook,
  answerOrder,
} from '@trackrecord/application';
import { PartyId, PlanId, Rating, Text } from '@trackrecord/domain';
import { openViews } from '@trackrecord/event-log';
import { livedInHarbour, must, rightOf, saying } from '@trackrecord/test-kit';
import { afterEach, describe, expect, it } from 'vitest';
import { newsStage as stageOf, type NewsStage } from '../testing/news-stage.ts';
import { answering, isSignedBy, type Receiver, startReceiver } from '../testing/receiver.ts';
import { renewHere } from './own-secrets.ts';

const plan = must(PlanId)('harbour');
const opened: Array<Receiver> = [];

const newsStage = async (): Promise<NewsStage> => {
  const harbour = await livedInHarbour();
  const { log, tail } = rememberingTail(harbour.log);
  const views = rightOf(await openViews({ file: ':memory:', log })());
  return stageOf({ ...harbour, log, tail, views });
};

const receiver = async (): Promise<Receiver> => {
  const one = await startReceiver();
  opened.push(one);
  return one;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const rate = async ({ data }: NewsStage, rating: string, ref = '27') =>
  rightOf(
    await changeAction(data)({
      plan,
      ref,
      author: saying({ by: must(PartyId)('p-keeper') }),
      make: rateOrder(must(Rating)(rating)),
    })(),
  );

const bodyOf = ({ received }: Receiver, index = 0): unknown =>
  JSON.parse(received[index]?.body ?? 'null');

describe('sending news to a webhook', () => {
  it('given a rating that changes, then it is sent once, signed, and is on record', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook, secret } = await stage.register(cases.address);
    const { ordinal, events } = await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(cases.received).toHaveLength(1);
    const [received] = cases.received;
    expect(received !== undefined && isSignedBy(secret, received)).toBe(true);
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      // 2026-06-30T09:00:00Z, in seconds since 1970.
      'webhook-timestamp': '1782810000',
    });
    expect(bodyOf(cases)).toEqual({
      type: 'rating.changed',
      timestamp: '2026-06-30T09:00:00.000Z',
      data: {
        plan: { id: 'harbour', title: 'Harbour Children’s Plan' },
        action: { ref: '27', title: 'Open school grounds at weekends' },
        by: { id: 'p-keeper', name: 'Rhoda Keeper' },
        rating: { from: 'Amber', to: 'Red' },
        effectiveOn: '2026-06-30',
        ordinal,
        event: events[0]?.id,
        url: 'https://plans.example/plans/harbour/actions/27',
      },
    });
    await worker.turn();
    await worker.settled();
    expect(cases.received).toHaveLength(1);
    expect(await stage.attemptsOf(webhook)).toEqual([['taken', ['taken']]]);
    expect(stage.troubles).toEqual([]);
  });

  it('given what was recorded before it was registered, other kinds and other plans, then nothing is sent', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    await rate(stage, 'Red');
    await stage.register(cases.address, ['update.given']);
    await stage.register(cases.address, ['rating.changed'], { plan: 'harbour' });
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(cases.received).toEqual([]);
    await rate(stage, 'Green');
    await worker.turn();
    await worker.settled();
    expect(cases.received.map((_one, index) => bodyOf(cases, index))).toMatchObject([
      { type: 'rating.changed', data: { rating: { from: 'Red', to: 'Green' } } },
    ]);
  });

  it('given words that people wrote, then they are sent where that was asked for, and nowhere else', async () => {
    const [stage, [without, withText]] = [await newsStage(), [await receiver(), await receiver()]];
    await stage.register(without.address, ['update.given']);
    await stage.register(withText.address, ['update.given'], { withText: true });
    const text = must(Text)('Mrs Example of 4 Quay Street has agreed.');
    rightOf(
      await changeAction(stage.data)({
        plan,
        ref: '27',
        author: saying({ why: must(Text)('Rang her') }),
        make: answerOrder(text, must(Rating)('Green')),
      })(),
    );
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(without.received.map(({ body }) => /Quay Street|Rang her/u.test(body))).toEqual([false]);
    expect(bodyOf(withText)).toMatchObject({
      type: 'update.given',
      data: {
        rating: { from: 'Amber', to: 'Green' },
        text: 'Mrs Example of 4 Quay Street has agreed.\n\nRang her',
      },
    });
  });

  it('given a receiver that fails, then it is tried again by the schedule with the same id, and given up after nine times', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(answering(503, 'Down for <b>repair</b>'));
    await rate(stage, 'Red');
    const worker = stage.worker();
    const waits: Array<number> = [];
    await worker.turn();
    await worker.settled();
    for (let tries = 1; tries <= 8; tries += 1) {
      const due = Date.parse((await worker.turn()) ?? '');
      const wait_ms = due - Date.parse(stage.data.clock.now());
      waits.push(wait_ms / 1000);
      stage.pass(wait_ms - 1);
      await worker.turn();
      await worker.settled();
      expect(cases.received).toHaveLength(tries);
      stage.pass(1);
      await worker.turn();
      await worker.settled();
    }
    const hour = 3600;
    expect(waits).toEqual([10, 60, 300, 1800, 2 * hour, 5 * hour, 10 * hour, 24 * hour]);
    expect(await worker.turn()).toBeUndefined();
    expect(cases.received).toHaveLength(9);
    expect(new Set(cases.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['given up', Array.from({ length: 9 }, () => 'it was answered with 503')],
    ]);
    const [delivery] = rightOf(await stage.store.webhooks.listDeliveries(webhook, 1)());
    const [first] = rightOf(await stage.store.webhooks.listAttempts(delivery?.number ?? 0)());
    expect(first).toMatchObject({ status: 503, answer: 'Down for <b>repair</b>' });
  });

  it('given one that was given up, when it is sent again, then with the same id, and by the schedule from its start', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(answering(500));
    await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    const [delivery] = rightOf(await stage.store.webhooks.listDeliveries(webhook, 1)());
    await stage.store.webhooks.again(delivery?.number ?? 0, stage.data.clock.now())();
    cases.answer(answering(200));
    await worker.turn();
    await worker.settled();
    expect(cases.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      delivery?.news,
      delivery?.news,
    ]);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['taken', ['it was answered with 500', 'taken']],
    ]);
  });

  it('given a redirect, then it is not followed', async () => {
    const [stage, cases, elsewhere] = [await newsStage(), await receiver(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(answering(307, '', { location: elsewhere.address }));
    await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(elsewhere.received).toEqual([]);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['waiting', ['it was answered with a redirect (307), and none is followed']],
    ]);
  });

  it('given a receiver that hangs, then others are not held up, and its time runs out', async () => {
    const [stage, hanging, quick] = [await newsStage(), await receiver(), await receiver()];
    const { webhook } = await stage.register(hanging.address);
    await stage.register(quick.address);
    hanging.answer(() => undefined);
    const worker = stage.worker();
    await rate(stage, 'Red');
    await worker.turn();
    await Promise.all([hanging.got(1), quick.got(1)]);
    await rate(stage, 'Green');
    await worker.turn();
    await quick.got(2);
    expect(hanging.received).toHaveLength(1);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['waiting', [null]],
      ['waiting', []],
    ]);
    stage.timeUp();
    await hanging.got(2);
    stage.timeUp();
    await worker.settled();
    const late = 'no answer within 10 seconds';
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['waiting', [late]],
      ['waiting', [late]],
    ]);
  });

  it('given an answer that never ends, then its status counts once its first kilobyte is there', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer((response) => {
      response.writeHead(200);
      response.write('a'.repeat(5000));
    });
    await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    const [delivery] = rightOf(await stage.store.webhooks.listDeliveries(webhook, 1)());
    const [attempt] = rightOf(await stage.store.webhooks.listAttempts(delivery?.number ?? 0)());
    expect([delivery?.state, attempt?.answer]).toEqual(['taken', 'a'.repeat(1024)]);
  });

  it('given a connection that is cut, then that is a failure', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer((response) => response.destroy());
    await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(await stage.attemptsOf(webhook)).toEqual([['waiting', ['socket hang up']]]);
  });

  it('given a receiver that says that it is gone, then nothing is sent to it until somebody says so', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(answering(410));
    const worker = stage.worker();
    await rate(stage, 'Red');
    await rate(stage, 'Green');
    await worker.turn();
    await worker.settled();
    await rate(stage, 'Amber');
    await worker.turn();
    await worker.settled();
    expect(cases.received).toHaveLength(1);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['stopped', ['it was answered with 410']],
      ['stopped', []],
    ]);
    cases.answer(answering(200));
    await stage.store.webhooks.resume(webhook)();
    await rate(stage, 'Red');
    await worker.turn();
    await worker.settled();
    expect(cases.received).toHaveLength(2);
  });

  it('given a server that stops in the middle, then what was under way is sent again after the next start, with the same id', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(() => undefined);
    await rate(stage, 'Red');
    const first = stage.worker();
    const running = first.run();
    await cases.got(1);
    first.stop();
    await running;
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['waiting', ['the server ended before there was an answer']],
    ]);
    cases.answer(answering(202));
    const second = stage.worker();
    await second.turn();
    await second.settled();
    const ids = cases.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['taken', ['the server ended before there was an answer', 'taken']],
    ]);
  });

  it('given a server that runs, when something is recorded, then it is sent without anybody asking', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    await stage.register(cases.address);
    const worker = stage.worker();
    const running = worker.run();
    await rate(stage, 'Red');
    await cases.got(1);
    await rate(stage, 'Green');
    await cases.got(2);
    worker.stop();
    await running;
    expect(stage.troubles).toEqual([]);
  });

  it('given a name that leads elsewhere than when it was registered, then nobody is called there', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const port = new URL(cases.address).port;
    const { webhook } = await stage.register(`http://localhost:${port}/news`);
    await rate(stage, 'Red');
    const worker = stage.worker(() =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ]),
    );
    await worker.turn();
    await worker.settled();
    expect(cases.received).toEqual([]);
    expect(await stage.attemptsOf(webhook)).toEqual([
      ['waiting', ['169.254.169.254 is not called: it is link-local, a cloud’s own, or no host’s']],
    ]);
  });

  it('given a secret that is renewed, then for a day there is a signature by each, and then by the new one alone', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook, secret } = await stage.register(cases.address);
    const renewed = rightOf(
      await renewHere({
        ...stage.data,
        store: stage.store,
        random: (count) => new Uint8Array(count).fill(7),
      })(webhook, stage.said)(),
    );
    const worker = stage.worker();
    await rate(stage, 'Red');
    await worker.turn();
    await worker.settled();
    stage.pass(25 * 3_600_000);
    await rate(stage, 'Green');
    await worker.turn();
    await worker.settled();
    expect(
      cases.received.map((one) => [isSignedBy(secret, one), isSignedBy(renewed.secret, one)]),
    ).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it('given a secret that was renewed at another node, then this one sends no more', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    const other = await newsStage();
    const random = (count: number) => new Uint8Array(count);
    rightOf(await renewHere({ ...stage.data, store: other.store, random })(webhook, stage.said)());
    await rate(stage, 'Red');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(cases.received).toEqual([]);
  });

  it('given a secret that was renewed elsewhere and then here again, then what the other node had to send is not sent from here', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    const other = await newsStage();
    const random = (count: number) => new Uint8Array(count);
    rightOf(await renewHere({ ...stage.data, store: other.store, random })(webhook, stage.said)());
    await rate(stage, 'Red');
    rightOf(await renewHere({ ...stage.data, store: stage.store, random })(webhook, stage.said)());
    await rate(stage, 'Green');
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(cases.received.map((_one, index) => bodyOf(cases, index))).toMatchObject([
      { data: { rating: { from: 'Red', to: 'Green' } } },
    ]);
  });

  it('given a webhook that is removed, then what waits is stopped, and its secret is forgotten', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    const { webhook } = await stage.register(cases.address);
    cases.answer(answering(500));
    const worker = stage.worker();
    await rate(stage, 'Red');
    await worker.turn();
    await worker.settled();
    rightOf(await removeWebhook(stage.data)(webhook, stage.said)());
    stage.pass(10_000);
    await worker.turn();
    await worker.settled();
    expect(cases.received).toHaveLength(1);
    expect(await stage.attemptsOf(webhook)).toEqual([['stopped', ['it was answered with 500']]]);
    expect(rightOf(await stage.store.webhooks.lookup(webhook)())).toBeUndefined();
  });

  it('given “no change”, then an update was given, and no rating has changed', async () => {
    const [stage, cases] = [await newsStage(), await receiver()];
    await stage.register(cases.address, ['update.given', 'rating.changed']);
    rightOf(
      await changeAction(stage.data)({ plan, ref: '27', author: saying(), make: noChangeOrder })(),
    );
    const worker = stage.worker();
    await worker.turn();
    await worker.settled();
    expect(cases.received.map((_one, index) => bodyOf(cases, index))).toMatchObject([
      { type: 'update.given', data: { rating: { from: 'Amber', to: 'Amber' } } },
    ]);
  });
});
