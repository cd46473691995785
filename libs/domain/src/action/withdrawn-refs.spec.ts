import {
  anAction,
  aPlan,
  events,
  givenPlan,
  happened,
  order,
  refused,
  stateAfter,
  eventsOf,
} from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { lookupActionByRef } from './action-guards.ts';
import { ActionCreated } from './action-created.ts';
import { ActionWithdrawn } from './action-withdrawn.ts';
import { CreateAction } from './create-action.ts';
import { RenumberActions } from './renumber-actions.ts';
import { ReopenAction } from './reopen-action.ts';

const another = {
  action: '17~2',
  ref: '17',
  label: 'Action 17.',
  title: 'Another one altogether',
  under: { results: [] },
};
const withdrawn = [anAction('17'), happened(ActionWithdrawn, { action: '17' })];

describe('the ref of a withdrawn action', () => {
  it('given a withdrawn action, when another is created with its ref, then it has it', () => {
    expect(givenPlan(aPlan, ...withdrawn).when(order(CreateAction, another))).toEqual(
      events(['ActionCreated', another]),
    );
  });

  it('given a withdrawn action, when another is renumbered to its ref, then it has it', () => {
    const renumbered = { action: '16', ref: '17', label: 'Action 17.' };
    expect(
      givenPlan(aPlan, ...withdrawn, anAction('16')).when(
        order(RenumberActions, { renumbered: [renumbered] }),
      ),
    ).toEqual(events(['ActionRenumbered', { ...renumbered, knownAs: '16' }]));
  });

  it('given that another has its ref by now, when it is opened again, then that is refused', () => {
    expect(
      givenPlan(aPlan, ...withdrawn, happened(ActionCreated, another)).when(
        order(ReopenAction, { action: '17' }),
      ),
    ).toEqual(refused({ _tag: 'RefTaken', kind: 'action', ref: '17' }));
  });

  it('given that another has its ref by now, when the ref is looked up, then it means the other', () => {
    const { cut } = stateAfter(
      eventsOf([aPlan, ...withdrawn, happened(ActionCreated, another)]),
      '2026-07-01',
    );
    expect(lookupActionByRef(cut)('17')).toEqual(O.some('17~2'));
  });
});
