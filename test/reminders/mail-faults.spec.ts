import { writeLetter } from '@trackrecord/notifications';
import { describe, expect, it } from 'vitest';
import { letHappen } from './desk.ts';
import { mailerTo, mailServer } from './mail-server.ts';
import { oneAction } from './one-action.ts';

/** Amber on 6 January is due on 6 March, a Friday: asked for on Friday 27 February, then on Monday 9 March. */
const ratedOn = '2026-01-06';
const first = '2026-02-27';
const second = '2026-03-09';
const due = '2026-03-06';

const served = async (parts: Parameters<typeof oneAction>[2] = {}) => {
  const server = await mailServer();
  const plan = await oneAction(ratedOn, {}, { mailer: mailerTo(server.port), ...parts });
  return { ...server, ...plan };
};

describe('reminders and a mail server with troubles', () => {
  it('given a server that takes messages, then each arrives once', async () => {
    const { at, told, arrived } = await served();
    await at(`${first}T10:00:00.000Z`);
    await at(`${first}T10:30:00.000Z`);
    expect(told()).toEqual([`${first} p-owner sent ${due}`]);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toContain('Action 1');
  });

  it('given a recipient that it refuses, then the message has bounced, and the next run asks whoever stands in', async () => {
    const { at, told, be, arrived } = await served();
    be('knows nobody');
    await at(`${first}T10:00:00.000Z`);
    be('takes it');
    await at('2026-03-02T10:00:00.000Z');
    await at(`${second}T10:00:00.000Z`);
    expect(told()).toEqual([
      `${first} p-owner bounced ${due}`,
      `2026-03-02 p-manager sent ${due}`,
      `${second} p-manager sent ${due}`,
    ]);
    expect(arrived).toHaveLength(2);
  });

  it('given greylisting, then it is tried again after five minutes and not before, and sent', async () => {
    const { at, told, be, arrived } = await served();
    be('greylists');
    await at(`${first}T10:00:00.000Z`);
    expect(told()).toEqual([`${first} p-owner deferred ${due}`]);
    be('takes it');
    await at(`${first}T10:04:00.000Z`);
    expect(arrived).toEqual([]);
    await at(`${first}T10:05:00.000Z`);
    expect(told()).toEqual([`${first} p-owner sent ${due}`]);
    expect(arrived).toHaveLength(1);
  });

  it('given greylisting that never ends, then after six attempts it has failed, and the next run asks again', async () => {
    const { at, told, be, arrived } = await served();
    be('greylists');
    // After 5, 15, 45, 120 and 240 minutes.
    for (const time of ['10:00', '10:05', '10:20', '11:05', '13:05'])
      await at(`${first}T${time}:00.000Z`);
    expect(told()).toEqual([`${first} p-owner deferred ${due}`]);
    await at(`${first}T17:05:00.000Z`);
    expect(told()).toEqual([`${first} p-owner failed ${due}`]);
    be('takes it');
    await at(`${first}T22:00:00.000Z`);
    expect(arrived).toEqual([]);
    await at('2026-03-02T10:00:00.000Z');
    expect(told()).toEqual([`${first} p-owner failed ${due}`, `2026-03-02 p-owner sent ${due}`]);
  });

  it('given a connection that is cut in the middle of a long message, then it has not left whole, and is sent later', async () => {
    const long = `${'x'.repeat(75)}\n`.repeat(400_000);
    const parts = {
      writeLetter: (digest: Parameters<typeof writeLetter>[0]) => ({
        ...writeLetter(digest),
        text: long,
      }),
    };
    const { at, told, be, desk } = await served(parts);
    be('cuts in the middle');
    await at(`${first}T10:00:00.000Z`);
    expect(told()).toEqual([`${first} p-owner deferred ${due}`]);
    be('takes it');
    Object.assign(desk, { writeLetter });
    await at(`${first}T10:05:00.000Z`);
    expect(told()).toEqual([`${first} p-owner sent ${due}`]);
  });

  it.each(['hangs', 'loses its answer'] as const)(
    'given a server that has the whole message and %s, then nobody knows, it is not sent again, and the next message holds its content',
    async (manner) => {
      const { at, told, be, arrived } = await served();
      be(manner);
      await at(`${first}T10:00:00.000Z`);
      expect(told()).toEqual([`${first} p-owner unknown ${due}`]);
      be('takes it');
      await at(`${first}T12:00:00.000Z`);
      await at('2026-03-02T10:00:00.000Z');
      expect(arrived).toHaveLength(1);
      await at(`${second}T10:00:00.000Z`);
      expect(told()).toEqual([`${first} p-owner unknown ${due}`, `${second} p-owner sent ${due}`]);
      expect(arrived).toHaveLength(2);
      expect(arrived[1]).toContain('Action 1');
    },
  );

  it('given no server at all for a day, then the message is withdrawn by the next run, whose message holds it', async () => {
    const gone = await mailServer();
    await gone.stop();
    const { at, told, desk, port, arrived } = await served({ mailer: mailerTo(gone.port) });
    await at(`${first}T10:00:00.000Z`);
    await at(`${first}T10:05:00.000Z`);
    expect(told()).toEqual([`${first} p-owner deferred ${due}`]);
    Object.assign(desk, { mailer: mailerTo(port) });
    await at('2026-02-28T10:00:00.000Z');
    expect(arrived).toEqual([]);
    await at('2026-03-02T10:00:00.000Z');
    expect(told()).toEqual([`${first} p-owner withdrawn ${due}`, `2026-03-02 p-owner sent ${due}`]);
    expect(arrived).toHaveLength(1);
  });

  it('given an answer while the server is away, then the message that waits is withdrawn and never sent', async () => {
    const { at, told, be, arrived, desk } = await served();
    be('greylists');
    await at(`${first}T10:00:00.000Z`);
    await letHappen(desk, { is: 'no change', action: '1', on: first });
    be('takes it');
    await at(`${first}T10:05:00.000Z`);
    expect(told()).toEqual([`${first} p-owner withdrawn ${due}`]);
    expect(arrived).toEqual([]);
  });
});
