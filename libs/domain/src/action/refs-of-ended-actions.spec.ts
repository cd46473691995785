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
import { ActionClosed } from './action-closed.ts';
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

describe.each([
  ['a withdrawn', ActionWithdrawn],
  ['a closed', ActionClosed],
])('the ref of %s action', (_, ended) => {
  const past = [aPlan, anAction('17'), happened(ended, { action: '17' })];

  it('given no other, when the ref is looked up, then it still means that action', () => {
    const { cut } = stateAfter(eventsOf(past), '2026-07-01');
    expect(lookupActionByRef(cut)('17')).toEqual(O.some('17'));
  });

  it('when another is created with its ref, then it has it', () => {
    expect(givenPlan(...past).when(order(CreateAction, another))).toEqual(
      events(['ActionCreated', another]),
    );
  });

  it('when another is renumbered to its ref, then it has it', () => {
    const renumbered = { action: '16', ref: '17', label: 'Action 17.' };
    expect(
      givenPlan(...past, anAction('16')).when(order(RenumberActions, { renumbered: [renumbered] })),
    ).toEqual(events(['ActionRenumbered', { ...renumbered, knownAs: '16' }]));
  });

  it('given that another has its ref by now, when it is opened again, then that is refused', () => {
    expect(
      givenPlan(...past, happened(ActionCreated, another)).when(
        order(ReopenAction, { action: '17' }),
      ),
    ).toEqual(refused({ _tag: 'RefTaken', kind: 'action', ref: '17' }));
  });

  it('given that another has its ref by now, when the ref is looked up, then it means the other', () => {
    const { cut } = stateAfter(eventsOf([...past, happened(ActionCreated, another)]), '2026-07-01');
    expect(lookupActionByRef(cut)('17')).toEqual(O.some('17~2'));
  });
});
