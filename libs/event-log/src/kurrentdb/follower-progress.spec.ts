import { describe, expect, it } from 'vitest';
import type { ClusterPosition } from './cluster-event.ts';
import { progressOf } from './follower-progress.ts';

const at = (place: number): ClusterPosition => ({ commit: BigInt(place), prepare: BigInt(place) });

describe('the progress of catching up', () => {
  it('given a quarter of the way from where the copy was, then four times as many events are expected', () => {
    expect(
      progressOf({
        start: { head: 1000, position: at(10_000) },
        now: { head: 1500, position: at(12_500) },
        end: at(20_000),
      }),
    ).toEqual({ done: 500, total: 2000 });
  });

  it('given a new copy, then the way begins at the cluster’s start', () => {
    expect(
      progressOf({
        start: { head: 0, position: undefined },
        now: { head: 30, position: at(300) },
        end: at(1000),
      }),
    ).toEqual({ done: 30, total: 100 });
  });

  it('given more than the end that was known, then all that is known of is done', () => {
    expect(
      progressOf({
        start: { head: 0, position: undefined },
        now: { head: 30, position: at(3000) },
        end: at(1000),
      }),
    ).toEqual({ done: 30, total: 30 });
  });

  it('given a copy that was at the end, then there is nothing to do', () => {
    const there = { head: 7, position: at(1000) };
    expect(progressOf({ start: there, now: there, end: at(1000) })).toEqual({ done: 0, total: 0 });
  });

  it('given no known end, or nothing behind, then no total is made up', () => {
    const start = { head: 0, position: at(100) };
    expect(progressOf({ start, now: { head: 3, position: at(200) }, end: undefined })).toEqual({
      done: 3,
    });
    expect(progressOf({ start, now: start, end: at(900) })).toEqual({ done: 0 });
  });
});
