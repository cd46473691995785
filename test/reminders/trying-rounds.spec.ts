import {
  carryOut,
  circumstancesOf,
  type Delivery,
  remind,
  type Rounds,
  streamOf,
} from '@trackrecord/application';
import {
  decidePlan,
  eventCodec,
  PartyId,
  type PlanOrder,
  RegisterPlan,
  SetReminderPolicy,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must, order, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { type Desk, letHappen, policy } from './desk.ts';
import { oneAction } from './one-action.ts';
import { manager } from './oracle.ts';

/** Amber on 6 January is due on 6 March: asked for on Friday 27 February. */
const ratedOn = '2026-01-06';
const day = '2026-02-27';
const due = '2026-03-06';
const second = 'p-second';

/** A plan of one action that two people lead; the mailer's answers are made by `answer`, which knows the desk. */
const ledByTwo = async (answer: (to: string, desk: Desk) => Promise<Delivery>) => {
  const sentTo: Array<string> = [];
  const at = await oneAction(ratedOn);
  const { desk } = at;
  await letHappen(desk, { is: 'registered', party: second, on: ratedOn, kind: 'person' });
  const address = `${second}@people.example`;
  await letHappen(desk, { is: 'address', party: second, on: ratedOn, address });
  await letHappen(desk, { is: 'assigned', action: '1', on: ratedOn, party: second, role: 'lead' });
  Object.assign(desk, {
    mailer: {
      ...desk.mailer,
      send:
        ({ to }: Readonly<{ to: Readonly<{ address: string }> }>) =>
        async (): Promise<Delivery> => {
          sentTo.push(to.address);
          return answer(to.address, desk);
        },
    },
  });
  return { ...at, sentTo };
};

const onPlan = async (desk: Desk, plan: string, one: PlanOrder): Promise<void> => {
  rightOf(
    await carryOut(desk)({
      stream: streamOf('plan', plan),
      decide: decidePlan,
      circumstances: circumstancesOf(desk, {
        by: must(PartyId)(manager),
        channel: 'command line',
        effectiveOn: must(LocalDate)(ratedOn),
      }),
      steps: () => ({ _tag: 'Right', right: [{ order: one }] }),
    })(),
  );
};

describe('a round that something comes between', () => {
  it('given a mail server that repeats the addresses, then nothing of the run on record holds one', async () => {
    const { desk, at, told } = await ledByTwo((to) =>
      Promise.resolve(
        to.startsWith(second)
          ? { _tag: 'Deferred', why: `451 <${to.toUpperCase()}>: greylisted, see inner+${to}` }
          : { _tag: 'Bounced', why: `550 5.1.1 <${to}>: no such user` },
      ),
    );
    await at(`${day}T10:00:00.000Z`);
    expect(told()).toEqual([`${day} p-owner bounced ${due}`, `${day} ${second} deferred ${due}`]);
    const run = streamOf('reminders', `harbour-${day}`);
    const events = rightOf(await desk.log.readStream(run, { direction: 'forwards' })());
    const written = events.map(({ event }) => eventCodec.encode(event)).join('\n');
    expect(written).toContain('550 5.1.1 <(address)>: no such user');
    expect(written).not.toMatch(/people\.example/iu);
  });

  it('given somebody stops their reminders while others leave, then theirs does not', async () => {
    const { at, told, sentTo } = await ledByTwo(async (_to, desk) => {
      await letHappen(desk, { is: 'declined', party: second, on: day });
      return { _tag: 'Sent' };
    });
    await at(`${day}T10:00:00.000Z`);
    expect(sentTo).toEqual(['p-owner@people.example']);
    expect(told()).toEqual([`${day} p-owner sent ${due}`, `${day} ${second} failed ${due}`]);
  });

  it('given an address that is changed while others leave, then the message goes to the new one', async () => {
    const { at, sentTo } = await ledByTwo(async (_to, desk) => {
      const address = 'second@elsewhere.example';
      await letHappen(desk, { is: 'address', party: second, on: day, address });
      return { _tag: 'Sent' };
    });
    await at(`${day}T10:00:00.000Z`);
    expect(sentTo).toEqual(['p-owner@people.example', 'second@elsewhere.example']);
  });

  it('given reminders are paused while messages wait, then none of them leaves until they are not', async () => {
    const server: { is: Delivery } = { is: { _tag: 'Deferred', why: 'come back later' } };
    const { desk, at, told, sentTo } = await ledByTwo(() => Promise.resolve(server.is));
    await at(`${day}T10:00:00.000Z`);
    server.is = { _tag: 'Sent' };
    await onPlan(
      desk,
      'harbour',
      order(SetReminderPolicy, { policy: { ...policy, paused: true } }),
    );
    await at(`${day}T10:10:00.000Z`);
    expect(sentTo).toHaveLength(2);
    await onPlan(desk, 'harbour', order(SetReminderPolicy, { policy }));
    await at(`${day}T10:20:00.000Z`);
    expect(told()).toEqual([`${day} p-owner sent ${due}`, `${day} ${second} sent ${due}`]);
  });

  it('given a round that is to end after a message, then the others leave with the next, once each', async () => {
    const { desk, sentTo } = await ledByTwo(() => Promise.resolve({ _tag: 'Sent' }));
    desk.clock.set(`${day}T10:00:00.000Z`);
    const isToEnd = () => sentTo.length > 0;
    const cut = rightOf(await remind(desk, { isToEnd })());
    expect(cut.reminded).toMatchObject([{ sent: 1, isDoneForToday: false }]);
    expect(sentTo).toEqual(['p-owner@people.example']);
    const rest = rightOf(await remind(desk)());
    expect(rest.reminded).toMatchObject([{ sent: 1, isDoneForToday: true }]);
    expect(sentTo).toEqual(['p-owner@people.example', `${second}@people.example`]);
  });

  it('given a plan that cannot be looked at at all, then the others have their round before that is told', async () => {
    const { desk } = await oneAction(ratedOn, { timeZone: 'Mars/Olympus' });
    await onPlan(
      desk,
      'vale',
      order(RegisterPlan, { plan: 'vale', title: 'Vale Plan', timeZone: 'Europe/London' }),
    );
    desk.clock.set(`${day}T10:00:00.000Z`);
    const rounds: Rounds = new Map();
    await expect(remind(desk, { rounds })()).rejects.toThrow(/mars.olympus/iu);
    expect([...rounds.keys()]).toEqual(['vale']);
  });
});
