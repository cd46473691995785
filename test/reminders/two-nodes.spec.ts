import type { Letter } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import { describe, expect, it } from 'vitest';
import { served } from '../cluster-peer/served.ts';
import { chanceOf } from '../faults/cluster-chance.ts';
import { aDirectory, allHold, deskOn } from '../faults/cluster-kit.ts';
import {
  type Desk,
  letHappen,
  registerPlan,
  remindingParts,
  setClock,
  takingMailer,
} from './desk.ts';
import type { Happening } from './happenings.ts';
import { judgeYear } from './judge-year.ts';
import { afterAll, round, timesOf } from './play-year.ts';
import { runsIn } from './record.ts';
import { simulateYear } from './year.ts';

describe('two nodes that send reminders', () => {
  it('given a cluster, and two nodes with views of their own that go round at once on the same days, then everybody gets each message once', async () => {
    const year = simulateYear({ seed: 1, actions: 12, last: '2026-02-28' });
    const chance = chanceOf(1, 'two nodes');
    const peer = await served();
    const directory = aDirectory();
    const letters: Array<Letter> = [];
    const sentBy = new Map<string, number>();
    const clock = setClock('2026-01-01T07:00:00.000Z');
    const nodeOf = async (name: string) => {
      const cluster = await deskOn(peer, directory, { name });
      const mailer = takingMailer(letters);
      const desk: Desk = {
        ...{ ...cluster, ...remindingParts, clock },
        mailer: {
          ...mailer,
          send: (letter) => {
            sentBy.set(name, (sentBy.get(name) ?? 0) + 1);
            return mailer.send(letter);
          },
        },
      };
      return { desk, cluster };
    };
    const [one, two] = [await nodeOf('one'), await nodeOf('two')];
    const bothHold = () => allHold(peer, one.cluster, two.cluster);
    const events = new Map<Happening, ReadonlyArray<DomainEvent>>();
    const all = async (happenings: ReadonlyArray<Happening>): Promise<void> => {
      // Whoever changes something changes it on either node, which holds what was changed before.
      for (const it of happenings) {
        const { desk } = chance.oneOf(one, two);
        events.set(it, await letHappen(desk, it));
        await bothHold();
      }
    };
    const bothGoRound = async (): Promise<void> => {
      const desks = chance.comes(0.5) ? [one.desk, two.desk] : [two.desk, one.desk];
      if (chance.comes(0.7)) await Promise.all(desks.map((desk) => round(desk)));
      else for (const desk of desks) await round(desk);
      await bothHold();
    };

    await registerPlan(one.desk, '2025-09-01');
    await bothHold();
    for (const { day, before, after } of year.days) {
      clock.set(timesOf(day).before);
      await all(before);
      clock.set(timesOf(day).round);
      await bothGoRound();
      await bothGoRound();
      clock.set(timesOf(day).after);
      await all(after);
    }
    clock.set(afterAll(year));
    await bothGoRound();

    const { messages, unknown } = judgeYear(year, { desk: one.desk, events, letters });
    expect(runsIn(two.desk)).toEqual(runsIn(one.desk));
    expect(messages).toBeGreaterThan(30);
    expect(unknown).toBe(0);
    expect(sentBy.size).toBe(2);
  }, 60_000);
});
