import { describe, expect, it } from 'vitest';
import { letHappen } from './desk.ts';
import { oneAction } from './one-action.ts';
import { runsIn } from './record.ts';

const people = 150;
const actions = 40;
const ratedOn = '2026-01-06';

describe('an organisation of very many people', () => {
  it('given more is to be asked on a day than one append holds, then as much as it holds is, and later days go on', async () => {
    const { desk, at, letters } = await oneAction(ratedOn);
    const organisation = 'o-trust';
    await letHappen(desk, {
      ...{ is: 'registered', party: organisation, on: ratedOn, kind: 'organisation' },
    });
    for (const n of Array.from({ length: people }, (_, place) => place + 100)) {
      const one = { party: `p-${n}`, on: ratedOn };
      await letHappen(desk, { is: 'registered', ...one, kind: 'person' });
      await letHappen(desk, { is: 'address', ...one, address: `p-${n}@trust.example` });
      await letHappen(desk, { is: 'joined', ...one, organisation });
    }
    for (const n of Array.from({ length: actions }, (_, place) => place + 2)) {
      const one = { action: String(n), on: ratedOn };
      await letHappen(desk, { is: 'created', ...one, leads: [organisation], supporters: [] });
      await letHappen(desk, { is: 'rated', ...one, rating: 'Amber' });
    }
    // Due on 6 March: asked for a week before, on the Monday after, and by the manager three weeks later.
    await at('2026-02-27T10:00:00.000Z');
    const first = letters.length;
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThan(people);
    await at('2026-03-09T10:00:00.000Z');
    expect(letters.length).toBeGreaterThan(first);
    await at('2026-03-27T10:00:00.000Z');
    const last = runsIn(desk).at(-1);
    expect(last?.on).toBe('2026-03-27');
    const toManager = last?.messages.find(({ to }) => to === 'p-manager');
    expect(toManager?.items).toHaveLength(actions + 1);
  });
});
