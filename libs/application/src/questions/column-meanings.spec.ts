import { AssertionsRetracted, ColumnMeaningChosen, PlanId } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  appendEvents,
  eventIdNumber,
  eventsOf,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { columnMeanings } from './column-meanings.ts';

const chosen = (head: string, meaning: string, on: string) =>
  happened(ColumnMeaningChosen, { head, meaning }, on);

const meaningsAfter = async (...past: ReadonlyArray<Happened>) => {
  const deps = await memoryTrackrecord();
  if (past.length > 0) await appendEvents(deps, must(StreamName)('plan-harbour'), eventsOf(past));
  rightOf(await deps.views.catchUp()());
  return rightOf(columnMeanings(deps)(must(PlanId)('harbour')));
};

describe('what the columns of a plan’s documents mean', () => {
  it('given no plan, or one of which nobody said it, then nothing', async () => {
    expect(await meaningsAfter()).toEqual([]);
    expect(await meaningsAfter(aPlan)).toEqual([]);
  });

  it('given choices for any dates, then the latest of each head, as it was written then', async () => {
    expect(
      await meaningsAfter(
        aPlan,
        chosen('Where are we', 'notes', '2026-03-31'),
        chosen('Cost', 'nothing', '2026-03-31'),
        chosen('Where are we?', 'rating', '2099-06-30'),
      ),
    ).toEqual([
      { head: 'Where are we?', meaning: 'rating' },
      { head: 'Cost', meaning: 'nothing' },
    ]);
  });

  it('given a choice that was taken back, then it is asked again', async () => {
    expect(
      await meaningsAfter(
        aPlan,
        chosen('Cost', 'nothing', '2026-03-31'),
        happened(AssertionsRetracted, { events: [eventIdNumber(2)] }),
      ),
    ).toEqual([]);
  });
});
