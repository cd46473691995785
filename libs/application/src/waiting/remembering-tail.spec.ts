import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventsOf,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { rememberingTail } from './remembering-tail.ts';

/** A log of three events, and what remembers how far it was read. */
const aLog = async () => {
  const { log } = await memoryTrackrecord();
  const past = eventsOf([aPlan, anAction('27'), anAction('28')]);
  await appendEvents({ log }, must(StreamName)('plan-harbour'), past);
  const positions = rightOf(await log.readAll(undefined, 3)()).map(({ position }) => position);
  return { ...rememberingTail(log), positions };
};

describe('a log that remembers how far it was read', () => {
  it('given that nobody has read it, then it was read to nowhere', async () => {
    const { tail, last } = await aLog();
    expect([tail(), last()]).toEqual([undefined, undefined]);
  });

  it('given pages, then it was read to the last event of the last of them', async () => {
    const { log, tail, last, positions } = await aLog();
    const page = rightOf(await log.readAll(undefined, 2)());
    expect([page.length, tail(), last()?.revision]).toEqual([2, positions[1], 1]);
    await log.readAll(tail(), 2)();
    expect([tail(), last()?.revision]).toEqual([positions[2], 2]);
  });

  it('given a page with nothing on it, then it was read to where that page was asked for', async () => {
    const { log, tail, last, positions } = await aLog();
    await log.readAll(positions[1], 1)();
    await log.readAll(positions[2], 5)();
    expect([tail(), last()?.revision]).toEqual([positions[2], 2]);
  });

  it('given a page that cannot be read, then nothing has changed', async () => {
    const { log, tail, positions } = await aLog();
    await log.readAll(undefined, 1)();
    await log.close();
    await log.readAll(positions[2], 1)();
    expect(tail()).toBe(positions[0]);
  });
});
