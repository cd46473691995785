import { Asked, PlannedMessage } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { whatFits } from './what-fits.ts';

const debt = (ref: number) => ({
  about: `action:${ref}`,
  reason: 'overdue',
  since: '2026-01-06',
});

const message = (to: string, ...refs: ReadonlyArray<number>) =>
  must(PlannedMessage)({
    to,
    items: refs.map((ref) => ({ debt: debt(ref), dueOn: '2026-03-06', level: 'owner' })),
  });

const asked = (to: string, ref: number) =>
  must(Asked)({
    ...{ ...debt(ref), to, level: 'owner', first: '2026-02-27', last: '2026-02-27', times: 1 },
    ...{ ordinal: 12, run: '2026-02-27', message: 1, item: 1 },
  });

const much = 1_000_000;
const none = { asked: [], unreachable: [] };

describe('what fits into a day’s run', () => {
  it('given little, then all of it', () => {
    const messages = [message('p-1', 1, 2), message('p-2', 3)];
    expect(whatFits({ ...none, messages })).toEqual(messages);
  });

  it('given less room in a run than for all, then the first things of each that fit, and no message without any', () => {
    const messages = [message('p-1', 1, 2, 3), message('p-2', 4)];
    // 700 for the run, 703 for a message, 2 for each empty list of what was asked; an item has 107 bytes with its comma.
    const room = { run: 704 + 703 + 2 * 107, asked: much, goneUp: 0 };
    expect(whatFits({ ...none, messages }, room)).toEqual([message('p-1', 1, 2)]);
  });

  it('given no more can be carried along, then what was asked of somebody before is asked of them again, and nothing else', () => {
    const before = [asked('p-2', 4)];
    const messages = [message('p-1', 1), message('p-2', 4, 5)];
    const room = { run: much, asked: 0, goneUp: 0 };
    expect(whatFits({ messages, asked: before, unreachable: [] }, room)).toEqual([
      message('p-2', 4),
    ]);
  });

  it('given two people owe the same, and somebody else another thing, then each thing is asked of one before any of the second', () => {
    const messages = [message('p-1', 1), message('p-2', 1), message('p-3', 4)];
    const room = { run: 704 + 2 * (703 + 107), asked: much, goneUp: 0 };
    expect(whatFits({ ...none, messages }, room)).toEqual([message('p-1', 1), message('p-3', 4)]);
  });

  it('given those who owe it take all the room, then those to whom it goes up are asked all the same', () => {
    const [up] = message('p-3', 6).items;
    const goesUp = must(PlannedMessage)({ to: 'p-3', items: [{ ...up, level: 'manager' }] });
    const messages = [message('p-1', 1), goesUp];
    const room = { run: much, asked: 0, goneUp: 1000 };
    expect(whatFits({ ...none, messages }, room)).toEqual([goesUp]);
  });
});
