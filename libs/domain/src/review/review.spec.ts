import { events, givenReview, happened, nothingNew, order, refused } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { HoldReview } from './hold-review.ts';
import { ReviewHeld } from './review-held.ts';

const held = { plan: 'harbour', on: '2026-06-30', ordinal: 812 };

describe('HoldReview', () => {
  it('given a board meeting, then it is recorded with the ordinal that it looked at', () => {
    expect(givenReview().when(order(HoldReview, held))).toEqual(events(['ReviewHeld', held]));
  });

  it('given the same meeting again, then it is nothing new', () => {
    expect(givenReview(happened(ReviewHeld, held)).when(order(HoldReview, held))).toEqual(
      nothingNew,
    );
  });

  it('given another meeting under its id, then it is refused: a board cannot have looked twice', () => {
    expect(
      givenReview(happened(ReviewHeld, held)).when(order(HoldReview, { ...held, ordinal: 813 })),
    ).toEqual(refused({ _tag: 'AlreadyRegistered', what: 'a review of harbour under this id' }));
  });
});
