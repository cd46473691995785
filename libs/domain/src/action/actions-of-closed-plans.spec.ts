import {
  anAction,
  aPlan,
  events,
  givenPlan,
  happened,
  order,
  refused,
  today,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ClosePlan } from '../plan/close-plan.ts';
import { PlanClosed } from '../plan/plan-closed.ts';
import { AddNote } from './add-note.ts';
import { AssignOwner } from './assign-owner.ts';
import { ChangeRating } from './change-rating.ts';
import { ConfirmNoChange } from './confirm-no-change.ts';
import { GiveUpdate } from './give-update.ts';
import { ReleaseOwner } from './release-owner.ts';
import { RemoveRating } from './remove-rating.ts';
import { RemoveTimescale } from './remove-timescale.ts';
import { ReopenAction } from './reopen-action.ts';
import { RequestUpdate } from './request-update.ts';
import { SetTimescale } from './set-timescale.ts';

const action = '27';
const closedOn = '2026-06-01';
const given = givenPlan(aPlan, anAction(action), happened(PlanClosed, {}, closedOn));
const rate = order(ChangeRating, { action, rating: 'Red' });

describe('a plan that has ended', () => {
  it.each([
    ['a rating', rate],
    ['no rating any more', order(RemoveRating, { action })],
    ['a note', order(AddNote, { action, note: 'n1', text: 'Two schools have signed.' })],
    ['an owner', order(AssignOwner, { action, party: 'p-1', role: 'lead' })],
    ['an owner who goes', order(ReleaseOwner, { action, party: 'p-1' })],
    ['a timescale', order(SetTimescale, { action, timescale: { asWritten: 'Ongoing' } })],
    ['no timescale any more', order(RemoveTimescale, { action })],
    ['an update', order(GiveUpdate, { action, rating: 'Red' })],
    ['no change', order(ConfirmNoChange, { action })],
    ['a request', order(RequestUpdate, { action, request: 'r1', of: [], words: 'News?' })],
    ['an action opened again', order(ReopenAction, { action })],
  ])('given %s, then it is refused, on the date of its end already', (_what, asked) => {
    expect(given.when(asked)).toEqual(refused({ _tag: 'PlanIsClosed' }));
    expect(given.when(asked, closedOn)).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });

  it('given a date before its end, then what is told late of it is recorded', () => {
    expect(
      givenPlan(
        { ...aPlan, on: '2026-01-01' },
        { ...anAction(action), on: '2026-01-01' },
        happened(PlanClosed, {}, closedOn),
      ).when(rate, '2026-05-31'),
    ).toEqual(events(['RatingChanged', { action, rating: 'Red' }]));
  });

  it('given that it is closed once more, then on the date of its end that is nothing new, and later it is refused', () => {
    const close = order(ClosePlan, {});
    expect(given.when(close, closedOn)).toEqual(events());
    expect(given.when(close, today)).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });
});
