import {
  anAction,
  aPlan,
  aPriority,
  aResult,
  aTheme,
  begun,
  events,
  givenPlan,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { PlanClosed } from '../plan/plan-closed.ts';
import { EnablerAdded } from '../structure/enabler-added.ts';
import { ActionClosed } from './action-closed.ts';
import { ActionCreated } from './action-created.ts';
import { ActionRenumbered } from './action-renumbered.ts';
import { ActionReopened } from './action-reopened.ts';
import { ActionWithdrawn } from './action-withdrawn.ts';
import { AddCrossReference } from './add-cross-reference.ts';
import { AssignOwner } from './assign-owner.ts';
import { CloseAction } from './close-action.ts';
import { CreateAction } from './create-action.ts';
import { CrossReferenceAdded } from './cross-reference-added.ts';
import { MoveAction } from './move-action.ts';
import { NoteKnownAs } from './note-known-as.ts';
import { OwnerAssigned } from './owner-assigned.ts';
import { ReleaseOwner } from './release-owner.ts';
import { RemoveCrossReference } from './remove-cross-reference.ts';
import { RemoveTimescale } from './remove-timescale.ts';
import { RenumberActions } from './renumber-actions.ts';
import { ReopenAction } from './reopen-action.ts';
import { RewordAction } from './reword-action.ts';
import { SetTimescale } from './set-timescale.ts';
import { TimescaleSet } from './timescale-set.ts';
import { WithdrawAction } from './withdraw-action.ts';

const action = '27';
const noAction = refused({ _tag: 'NotFound', kind: 'action', ref: action });
const closed = (on?: string) => happened(ActionClosed, { action }, on);
const withdrawn = (on?: string) => happened(ActionWithdrawn, { action }, on);
const notOpen = (status: string) => refused({ _tag: 'ActionNotOpen', action, status });
const before = '2026-03-31';

describe('CreateAction', () => {
  const asked = {
    action,
    ref: '27',
    label: 'Action 27.',
    title: 'Open school grounds at weekends',
    under: { priority: '2', theme: '2.3', enabler: 'A', results: ['2(ii)'] },
  };
  const create = order(CreateAction, asked);
  const place = [
    aPriority('2'),
    aTheme('2.3', '2'),
    aResult('2(ii)', '2'),
    happened(EnablerAdded, { enabler: 'A', title: 'Data' }, begun),
  ];

  it('given its place, then it is created there', () => {
    expect(givenPlan(aPlan, ...place).when(create)).toEqual(events(['ActionCreated', asked]));
  });

  it.each([
    ['priority', '2'],
    ['theme', '2.3'],
    ['result', '2(ii)'],
    ['enabler', 'A'],
  ])('given no %s %s, then it is refused', (kind, ref) => {
    const under = {
      priority: { priority: '2', results: [] },
      theme: { theme: '2.3', results: [] },
      result: { results: ['2(ii)'] },
      enabler: { enabler: 'A', results: [] },
    }[kind];
    expect(givenPlan(aPlan).when(order(CreateAction, { ...asked, under: under ?? null }))).toEqual(
      refused({ _tag: 'NotFound', kind, ref }),
    );
  });

  it('given an action of that id, then it is refused', () => {
    expect(givenPlan(aPlan, ...place, anAction('27')).when(create)).toEqual(
      refused({ _tag: 'RefTaken', kind: 'action', ref: '27' }),
    );
  });

  it('given another action that is known by that ref now, then it is refused', () => {
    expect(
      givenPlan(
        aPlan,
        ...place,
        anAction('5'),
        happened(ActionRenumbered, { action: '5', ref: '27', label: '27.', knownAs: '5' }),
      ).when(create),
    ).toEqual(refused({ _tag: 'RefTaken', kind: 'action', ref: '27' }));
  });

  it('given a closed plan, then it is refused', () => {
    expect(givenPlan(aPlan, ...place, happened(PlanClosed, {}, before)).when(create)).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
  });

  it('given an action that came into the plan later, then the same action can be said to have been there before', () => {
    const later = happened(ActionCreated, { ...asked, under: { results: [] } }, '2026-12-31');
    const earlier = { ...asked, under: { results: [] } };
    expect(givenPlan(aPlan, later).when(order(CreateAction, earlier))).toEqual(
      events(['ActionCreated', earlier]),
    );
  });
});

describe('RewordAction', () => {
  const asked = { action, title: 'Open every school ground' };

  it('given the action, open or closed, then its words change', () => {
    expect(givenPlan(aPlan, anAction('27')).when(order(RewordAction, asked))).toEqual(
      events(['ActionReworded', asked]),
    );
    expect(givenPlan(aPlan, anAction('27'), closed()).when(order(RewordAction, asked))).toEqual(
      events(['ActionReworded', asked]),
    );
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(order(RewordAction, asked))).toEqual(noAction);
  });
});

describe('MoveAction', () => {
  const asked = { action, under: { priority: '3', theme: '3.1', results: [] } };
  const move = order(MoveAction, asked);

  it('given the other place, then it is moved there', () => {
    expect(givenPlan(aPlan, anAction('27'), aPriority('3'), aTheme('3.1', '3')).when(move)).toEqual(
      events(['ActionMoved', asked]),
    );
  });

  it('given no such action, or no such place, then it is refused', () => {
    expect(givenPlan(aPlan).when(move)).toEqual(noAction);
    expect(givenPlan(aPlan, anAction('27')).when(move)).toEqual(
      refused({ _tag: 'NotFound', kind: 'priority', ref: '3' }),
    );
  });
});

describe('RenumberActions', () => {
  const renumber = (...renumbered: ReadonlyArray<{ action: string; ref: string; label: string }>) =>
    order(RenumberActions, { renumbered });

  it('given a free ref, then the action has it, and its old one stays known', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(renumber({ action, ref: '28', label: '28.' })),
    ).toEqual(events(['ActionRenumbered', { action, ref: '28', label: '28.', knownAs: '27' }]));
  });

  it('given two actions that change numbers, then both do', () => {
    expect(
      givenPlan(aPlan, anAction('27'), anAction('28')).when(
        renumber(
          { action: '27', ref: '28', label: '28.' },
          { action: '28', ref: '27', label: '27.' },
        ),
      ),
    ).toEqual(
      events(
        ['ActionRenumbered', { action: '27', ref: '28', label: '28.', knownAs: '27' }],
        ['ActionRenumbered', { action: '28', ref: '27', label: '27.', knownAs: '28' }],
      ),
    );
  });

  it('given another label for the same ref, then the ref is not what it was known as', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(renumber({ action, ref: '27', label: 'Action 27' })),
    ).toEqual(events(['ActionRenumbered', { action, ref: '27', label: 'Action 27' }]));
  });

  it('given the ref and label that it has had since that date, then it is nothing new', () => {
    expect(
      givenPlan(aPlan, anAction('27')).when(renumber({ action, ref: '27', label: '27.' }), begun),
    ).toEqual(nothingNew);
  });

  it('given a ref that another action keeps, or that two are given, then it is refused', () => {
    const taken = refused({ _tag: 'RefTaken', kind: 'action', ref: '28' });
    const both = [aPlan, anAction('27'), anAction('28')];
    expect(givenPlan(...both).when(renumber({ action, ref: '28', label: '28.' }))).toEqual(taken);
    expect(
      givenPlan(...both).when(
        renumber({ action: '27', ref: '28', label: '' }, { action: '28', ref: '28', label: '' }),
      ),
    ).toEqual(taken);
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(renumber({ action, ref: '28', label: '28.' }))).toEqual(noAction);
  });
});

describe('NoteKnownAs', () => {
  const asked = { action, knownAs: '30' };

  it('given the action, then its other number is noted', () => {
    expect(givenPlan(aPlan, anAction('27')).when(order(NoteKnownAs, asked))).toEqual(
      events(['ActionKnownAs', asked]),
    );
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(order(NoteKnownAs, asked))).toEqual(noAction);
  });
});

describe('CloseAction', () => {
  const close = order(CloseAction, { action });

  it('given an open action, then it is closed', () => {
    expect(givenPlan(aPlan, anAction('27')).when(close)).toEqual(
      events(['ActionClosed', { action }]),
    );
  });

  it('given it was closed on that date, then it is nothing new', () => {
    expect(givenPlan(aPlan, anAction('27'), closed()).when(close)).toEqual(nothingNew);
  });

  it('given it was closed before or withdrawn, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed(before)).when(close)).toEqual(notOpen('closed'));
    expect(givenPlan(aPlan, anAction('27'), withdrawn()).when(close)).toEqual(notOpen('withdrawn'));
  });

  it('given it was closed later, then it was closed already on that date', () => {
    expect(givenPlan(aPlan, anAction('27'), closed()).when(close, before)).toEqual(
      events(['ActionClosed', { action }]),
    );
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(close)).toEqual(noAction);
  });
});

describe('WithdrawAction', () => {
  const withdraw = order(WithdrawAction, { action });

  it('given an open action, then it is withdrawn', () => {
    expect(givenPlan(aPlan, anAction('27')).when(withdraw)).toEqual(
      events(['ActionWithdrawn', { action }]),
    );
  });

  it('given it was withdrawn on that date, then it is nothing new', () => {
    expect(givenPlan(aPlan, anAction('27'), withdrawn()).when(withdraw)).toEqual(nothingNew);
  });

  it('given it was withdrawn before, or closed, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), withdrawn(before)).when(withdraw)).toEqual(
      notOpen('withdrawn'),
    );
    expect(givenPlan(aPlan, anAction('27'), closed()).when(withdraw)).toEqual(notOpen('closed'));
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(withdraw)).toEqual(noAction);
  });
});

describe('ReopenAction', () => {
  const reopen = order(ReopenAction, { action });

  it('given a closed or a withdrawn action, then it is open again', () => {
    expect(givenPlan(aPlan, anAction('27'), closed()).when(reopen)).toEqual(
      events(['ActionReopened', { action }]),
    );
    expect(givenPlan(aPlan, anAction('27'), withdrawn()).when(reopen)).toEqual(
      events(['ActionReopened', { action }]),
    );
  });

  it('given it was reopened on that date, then it is nothing new', () => {
    expect(
      givenPlan(aPlan, anAction('27'), closed(before), happened(ActionReopened, { action })).when(
        reopen,
      ),
    ).toEqual(nothingNew);
  });

  it('given an open action, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(reopen)).toEqual(
      refused({ _tag: 'ActionIsOpen', action }),
    );
  });

  it('given no such action, then it is refused', () => {
    expect(givenPlan(aPlan).when(reopen)).toEqual(noAction);
  });
});

describe('owners', () => {
  const party = 'p-4c1f';
  const assign = order(AssignOwner, { action, party, role: 'lead' });
  const release = order(ReleaseOwner, { action, party });
  const owned = happened(OwnerAssigned, { action, party, role: 'support' }, before);

  it('given an open action, then somebody becomes its owner, or its owner in another role', () => {
    expect(givenPlan(aPlan, anAction('27')).when(assign)).toEqual(
      events(['OwnerAssigned', assign.data]),
    );
    expect(givenPlan(aPlan, anAction('27'), owned).when(assign)).toEqual(
      events(['OwnerAssigned', assign.data]),
    );
  });

  it('given a closed action or none, then nobody becomes its owner', () => {
    expect(givenPlan(aPlan, anAction('27'), closed()).when(assign)).toEqual(notOpen('closed'));
    expect(givenPlan(aPlan).when(assign)).toEqual(noAction);
  });

  it('given an owner, then they can be released, of a closed action too', () => {
    expect(givenPlan(aPlan, anAction('27'), owned).when(release)).toEqual(
      events(['OwnerReleased', release.data]),
    );
    expect(givenPlan(aPlan, anAction('27'), owned, closed()).when(release)).toEqual(
      events(['OwnerReleased', release.data]),
    );
  });

  it('given somebody who is not an owner, then releasing them is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(release)).toEqual(
      refused({ _tag: 'NotOwned', action, party }),
    );
    expect(givenPlan(aPlan).when(release)).toEqual(noAction);
  });
});

describe('timescales', () => {
  const timescale = { asWritten: 'Autumn 2026', earliest: '2026-09-01', latest: '2026-11-30' };
  const set = order(SetTimescale, { action, timescale });
  const remove = order(RemoveTimescale, { action });

  it('given an open action, then its timescale is set', () => {
    expect(givenPlan(aPlan, anAction('27')).when(set)).toEqual(
      events(['TimescaleSet', { action, timescale }]),
    );
  });

  it('given dates that are the wrong way round, then it is refused', () => {
    const backwards = { ...timescale, latest: '2026-08-31' };
    expect(
      givenPlan(aPlan, anAction('27')).when(order(SetTimescale, { action, timescale: backwards })),
    ).toEqual(refused({ _tag: 'DatesBackwards', earliest: '2026-09-01', latest: '2026-08-31' }));
  });

  it('given a closed action or none, then it is refused', () => {
    expect(givenPlan(aPlan, anAction('27'), closed()).when(set)).toEqual(notOpen('closed'));
    expect(givenPlan(aPlan).when(set)).toEqual(noAction);
  });

  it('given a timescale, then it can be taken away', () => {
    const past = [aPlan, anAction('27'), happened(TimescaleSet, { action, timescale }, before)];
    expect(givenPlan(...past).when(remove)).toEqual(events(['TimescaleRemoved', { action }]));
    expect(givenPlan(...past, closed()).when(remove)).toEqual(notOpen('closed'));
  });

  it('given no timescale, then taking it away is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(remove)).toEqual(
      refused({ _tag: 'NotFound', kind: 'timescale of action', ref: action }),
    );
    expect(givenPlan(aPlan).when(remove)).toEqual(noAction);
  });
});

describe('cross-references', () => {
  const reference = { asWritten: 'Priority 2 no. 15' };
  const add = order(AddCrossReference, { about: 'action:27', link: 'x-1', reference });
  const remove = order(RemoveCrossReference, { about: 'action:27', link: 'x-1' });

  it('given what it is about, then it is noted', () => {
    expect(givenPlan(aPlan, anAction('27')).when(add)).toEqual(
      events(['CrossReferenceAdded', add.data]),
    );
  });

  it('given that what it is about is not there, then it is refused', () => {
    expect(givenPlan(aPlan).when(add)).toEqual(noAction);
  });

  it('given a reference, then it can be taken away', () => {
    expect(
      givenPlan(
        aPlan,
        anAction('27'),
        happened(CrossReferenceAdded, { about: 'action:27', link: 'x-1', reference }),
      ).when(remove),
    ).toEqual(events(['CrossReferenceRemoved', remove.data]));
  });

  it('given no such reference, then taking it away is refused', () => {
    expect(givenPlan(aPlan, anAction('27')).when(remove)).toEqual(
      refused({ _tag: 'NotFound', kind: 'cross-reference', ref: 'x-1' }),
    );
  });
});
