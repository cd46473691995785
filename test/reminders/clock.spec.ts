import { describe, expect, it } from 'vitest';
import { daysThrough } from './days.ts';
import { letHappen, policy } from './desk.ts';
import { judgeYear } from './judge-year.ts';
import { oneAction } from './one-action.ts';
import { playYear } from './play-year.ts';
import { simulateYear } from './year.ts';

describe('a clock that jumps', () => {
  it('given a week on which the system is switched off, then each person gets one message when it is on again, with all that fell into it', async () => {
    const off = daysThrough('2026-02-02', '2026-02-08');
    const year = simulateYear({ seed: 1, actions: 30, last: '2026-02-20', off });
    const withoutPause = simulateYear({ seed: 1, actions: 30, last: '2026-02-20' });
    judgeYear(year, await playYear(year));
    const on = (day: string) => year.days.find((one) => one.day === day)?.messages ?? [];
    expect(off.flatMap(on)).toEqual([]);
    const then = on('2026-02-09');
    expect(new Set(then.map(({ to }) => to)).size).toBe(then.length);
    // The oracle itself had messages for that week, so there was something to make up for.
    const missed = withoutPause.days.filter(({ day }) => off.includes(day));
    expect(missed.flatMap(({ messages }) => messages).length).toBeGreaterThan(then.length);
  });

  it('given a clock that is set back by a week and on again, then nothing goes out a second time', async () => {
    // Amber on 6 January is due on 6 March, a Friday: asked for a week before, and on the 9th, the Monday after.
    const { at, told } = await oneAction('2026-01-06');
    await at('2026-02-27T10:00:00.000Z');
    await at('2026-03-09T10:00:00.000Z');
    const both = ['2026-02-27 p-owner sent 2026-03-06', '2026-03-09 p-owner sent 2026-03-06'];
    expect(told()).toEqual(both);
    for (const back of ['2026-03-02', '2026-02-27', '2026-03-06', '2026-03-09', '2026-03-10'])
      await at(`${back}T11:00:00.000Z`);
    expect(told()).toEqual(both);
  });

  it('given nine o’clock in London, when summer time begins, then it comes an hour earlier by UTC', async () => {
    // Red on 27 February is due on 27 March, a Friday: asked for a week before (the 20th), and on Monday the 30th.
    const { desk, at, told } = await oneAction('2026-02-26');
    const red = { action: '1', on: '2026-02-27', rating: 'Red' };
    await letHappen(desk, { is: 'rated', ...red });
    await at('2026-03-20T08:59:00.000Z');
    expect(told()).toEqual([]);
    await at('2026-03-20T09:00:00.000Z');
    const first = '2026-03-20 p-owner sent 2026-03-27';
    expect(told()).toEqual([first]);
    await at('2026-03-30T07:59:00.000Z');
    expect(told()).toEqual([first]);
    await at('2026-03-30T08:00:00.000Z');
    expect(told()).toEqual([first, '2026-03-30 p-owner sent 2026-03-27']);
  });

  it('given a plan that is kept in Auckland, then its day begins there, and so does its run', async () => {
    // Amber on 6 January is due on 6 March: a week before, it is nine there (UTC+13) on the 26th at 20:00 UTC.
    const { at, told } = await oneAction('2026-01-06', { timeZone: 'Pacific/Auckland' });
    await at('2026-02-26T19:59:00.000Z');
    expect(told()).toEqual([]);
    await at('2026-02-26T20:00:00.000Z');
    expect(told()).toEqual(['2026-02-27 p-owner sent 2026-03-06']);
  });

  it('given a policy with a time zone of its own, then that one counts', async () => {
    const there = { policy: { ...policy, timeZone: 'America/New_York' } };
    const { at, told } = await oneAction('2026-01-06', there);
    await at('2026-02-27T13:59:00.000Z');
    expect(told()).toEqual([]);
    await at('2026-02-27T14:00:00.000Z');
    expect(told()).toEqual(['2026-02-27 p-owner sent 2026-03-06']);
  });

  it('given news on the last of December of 2027, then the update is due on 29 February, and asked for on 1 March', async () => {
    const { at, told } = await oneAction('2027-12-31');
    for (const day of ['2028-02-21', '2028-02-22', '2028-02-28', '2028-02-29', '2028-03-01'])
      await at(`${day}T10:00:00.000Z`);
    expect(told()).toEqual([
      '2028-02-22 p-owner sent 2028-02-29',
      '2028-03-01 p-owner sent 2028-02-29',
    ]);
  });

  it('given news on 29 February, then the monthly update is due on 29 March', async () => {
    const { desk, at, told } = await oneAction('2028-02-28');
    await letHappen(desk, { is: 'rated', action: '1', on: '2028-02-29', rating: 'Red' });
    await at('2028-03-21T10:00:00.000Z');
    expect(told()).toEqual([]);
    await at('2028-03-22T10:00:00.000Z');
    expect(told()).toEqual(['2028-03-22 p-owner sent 2028-03-29']);
  });
});
