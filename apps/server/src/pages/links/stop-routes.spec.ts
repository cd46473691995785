import { happened, memoryTrackrecord, rightOf } from '@trackrecord/test-kit';
import { RemindersResumed } from '@trackrecord/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageIn, wordsIn } from '../../testing/asking.ts';
import { type LinkStage, linksIn, linkStage, reedStream } from '../../testing/link-stage.ts';
import { browserOf } from '../../testing/test-browser.ts';
import { stopRoutes } from './stop-routes.ts';

describe('stopping reminders by a link', () => {
  let stage: LinkStage;
  let stop: string;

  beforeEach(async () => {
    stage = await linkStage(await memoryTrackrecord());
    [stop = ''] = linksIn(stage.letters[0], 'stop');
  });

  const browser = () => browserOf(stage.desk, stopRoutes, { _tag: 'Nobody' });
  const last = async () =>
    rightOf(await stage.desk.log.readStream(reedStream, { direction: 'backwards', limit: 1 })())[0]
      ?.event;

  it('given the link is opened, then it asks, and changes nothing', async () => {
    const before = await stage.countEvents();
    expect(wordsIn(await browser().get(stop))).toContain('Stop reminders to Mary Reed?');
    expect(await stage.countEvents()).toBe(before);
  });

  it.each([{}, { 'List-Unsubscribe': 'One-Click' }])(
    'given %j is sent, by the page or by a mail program, then reminders stop, and the page says how to have them again',
    async (form) => {
      const came = await browser().post(stop, form);
      expect(pageIn(came).status).toBe(200);
      expect(wordsIn(came)).toContain('No more reminders are sent to Mary Reed');
      expect(wordsIn(came)).toContain('ask the plan’s manager');
      expect(await last()).toMatchObject({
        type: 'RemindersStopped',
        channel: 'email link',
        recordedBy: { party: 'p-reed', verified: true },
      });
      stage.setNow('2026-08-03T09:00:00.000Z');
      await stage.goRound();
      expect(stage.letters).toHaveLength(1);
    },
  );

  it('given it is sent twice, and long after, then they stop once; where they were taken up again, it stops them anew', async () => {
    await browser().post(stop, {});
    const before = await stage.countEvents();
    await browser().post(stop, {});
    expect(wordsIn(await browser().get(stop))).toContain('Reminders are stopped');
    expect(await stage.countEvents()).toBe(before);
    await stage.happens([happened(RemindersResumed, {})], reedStream);
    stage.setNow('2027-06-30T09:00:00.000Z');
    await browser().post(stop, {});
    expect(await last()).toMatchObject({ type: 'RemindersStopped' });
  });

  it('given any other address, then it stops nothing', async () => {
    const before = await stage.countEvents();
    for (const address of [stop.slice(0, -1), `${stop}A`, '/stop/x']) {
      expect(pageIn(await browser().get(address)).status).toBe(404);
      expect(pageIn(await browser().post(address, {})).status).toBe(404);
    }
    expect(await stage.countEvents()).toBe(before);
  });
});
