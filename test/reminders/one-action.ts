import type { Letter } from '@trackrecord/application';
import type { Day } from './days.ts';
import { type Desk, letHappen, memoryDesk, registerPlan } from './desk.ts';
import { manager } from './oracle.ts';
import { round } from './play-year.ts';
import { runsIn } from './record.ts';

export const owner = 'p-owner';

export type OneAction = Readonly<{
  desk: Desk;
  letters: Array<Letter>;
  /** One round at an instant. */
  at: (instant: string) => Promise<void>;
  /** What there is of messages: "2026-03-02 p-owner sent 2026-03-09": whom to, its state, what of it is due when. */
  told: () => ReadonlyArray<string>;
}>;

/** A plan of one action that has an owner, was rated Amber on a day, and is managed by somebody; both can be reached. */
export const oneAction = async (
  ratedOn: Day,
  more: Parameters<typeof registerPlan>[2] = {},
  parts: Partial<Desk> = {},
): Promise<OneAction> => {
  const letters: Array<Letter> = [];
  const desk: Desk = { ...(await memoryDesk(letters)), ...parts };
  desk.clock.set(`${ratedOn}T01:00:00.000Z`);
  await registerPlan(desk, ratedOn, more);
  for (const party of [owner, manager]) {
    await letHappen(desk, { is: 'registered', party, on: ratedOn, kind: 'person' });
    const address = `${party}@people.example`;
    await letHappen(desk, { is: 'address', party, on: ratedOn, address });
  }
  const on = { action: '1', on: ratedOn };
  await letHappen(desk, { is: 'created', ...on, leads: [owner], supporters: [] });
  await letHappen(desk, { is: 'rated', ...on, rating: 'Amber' });
  return {
    desk,
    letters,
    at: async (instant) => {
      desk.clock.set(instant);
      await round(desk);
    },
    told: () =>
      runsIn(desk).flatMap(({ on: day, messages }) =>
        messages.map(({ to, state, items }) =>
          [day, to, state.is, ...items.map(({ dueOn }) => dueOn)].join(' '),
        ),
      ),
  };
};
