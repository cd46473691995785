import {
  aPlan,
  aPriority,
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
import { DataNeedMet } from './data-need-met.ts';
import { DataNeedRaised } from './data-need-raised.ts';
import { DropTarget } from './drop-target.ts';
import { MeetDataNeed } from './meet-data-need.ts';
import { MeetTarget } from './meet-target.ts';
import { RaiseDataNeed } from './raise-data-need.ts';
import { RewordTarget } from './reword-target.ts';
import { SetTarget } from './set-target.ts';
import { TargetDropped } from './target-dropped.ts';
import { TargetMet } from './target-met.ts';
import { TargetSet } from './target-set.ts';

const asked = { target: '2.3a', label: '2.3a.', words: 'To open ten by 2027', under: 'theme:2.3' };
const structure = [aPlan, aPriority('2'), aTheme('2.3', '2')];
const target = happened(TargetSet, asked, begun);
const dropped = happened(TargetDropped, { target: '2.3a' }, '2026-03-31');
const noTarget = refused({ _tag: 'NotFound', kind: 'target', ref: '2.3a' });
const isDropped = refused({ _tag: 'TargetIsDropped', target: '2.3a' });
const backwards = { asWritten: '2028 to 2025', earliest: '2028-01-01', latest: '2025-12-31' };
const datesBackwards = refused({
  _tag: 'DatesBackwards',
  earliest: '2028-01-01',
  latest: '2025-12-31',
});

describe('SetTarget', () => {
  const set = order(SetTarget, asked);

  it('given the item that it stands under, then it is set', () => {
    expect(givenPlan(...structure).when(set)).toEqual(events(['TargetSet', asked]));
  });

  it('given no such item, then it is refused', () => {
    expect(givenPlan(aPlan).when(set)).toEqual(
      refused({ _tag: 'NotFound', kind: 'theme', ref: '2.3' }),
    );
  });

  it('given a target of that ref, then it is refused', () => {
    expect(givenPlan(...structure, target).when(set)).toEqual(
      refused({ _tag: 'RefTaken', kind: 'target', ref: '2.3a' }),
    );
  });

  it('given one that was dropped, then it can be set again', () => {
    expect(givenPlan(...structure, target, dropped).when(set)).toEqual(
      events(['TargetSet', asked]),
    );
  });

  it('given dates that are the wrong way round, then it is refused', () => {
    expect(
      givenPlan(...structure).when(order(SetTarget, { ...asked, timescale: backwards })),
    ).toEqual(datesBackwards);
  });

  it('given a closed plan, then it is refused', () => {
    expect(givenPlan(...structure, happened(PlanClosed, {}, '2026-03-31')).when(set)).toEqual(
      refused({ _tag: 'PlanIsClosed' }),
    );
  });
});

describe('RewordTarget', () => {
  const words = {
    target: '2.3a',
    words: 'To open twelve by 2028',
    timescale: { asWritten: 'by 2028', latest: '2028-12-31' },
  };
  const reword = order(RewordTarget, words);

  it('given the target, then its words and its date change', () => {
    expect(givenPlan(...structure, target).when(reword)).toEqual(events(['TargetReworded', words]));
  });

  it('given no such target, or one that was dropped, then it is refused', () => {
    expect(givenPlan(...structure).when(reword)).toEqual(noTarget);
    expect(givenPlan(...structure, target, dropped).when(reword)).toEqual(isDropped);
  });

  it('given dates that are the wrong way round, then it is refused', () => {
    expect(
      givenPlan(...structure, target).when(order(RewordTarget, { ...words, timescale: backwards })),
    ).toEqual(datesBackwards);
  });
});

describe('MeetTarget', () => {
  const meet = order(MeetTarget, { target: '2.3a' });

  it('given the target, then it is met', () => {
    expect(givenPlan(...structure, target).when(meet)).toEqual(
      events(['TargetMet', { target: '2.3a' }]),
    );
  });

  it('given it was met on that date, then it is nothing new', () => {
    expect(
      givenPlan(...structure, target, happened(TargetMet, { target: '2.3a' })).when(meet),
    ).toEqual(nothingNew);
  });

  it('given no such target, or one that was dropped, then it is refused', () => {
    expect(givenPlan(...structure).when(meet)).toEqual(noTarget);
    expect(givenPlan(...structure, target, dropped).when(meet)).toEqual(isDropped);
  });
});

describe('DropTarget', () => {
  const drop = order(DropTarget, { target: '2.3a' });

  it('given the target, met or not, then it is dropped', () => {
    expect(givenPlan(...structure, target).when(drop)).toEqual(
      events(['TargetDropped', { target: '2.3a' }]),
    );
  });

  it('given no such target, then it is refused', () => {
    expect(givenPlan(...structure).when(drop)).toEqual(noTarget);
  });
});

describe('data needs', () => {
  const need = { dataNeed: 'd-1', words: 'by ***', under: 'target:2.3a' };
  const raise = order(RaiseDataNeed, need);
  const meet = order(MeetDataNeed, { dataNeed: 'd-1' });
  const raised = happened(DataNeedRaised, need, begun);
  const met = happened(DataNeedMet, { dataNeed: 'd-1' }, '2026-03-31');

  it('given what it is about, then it is raised', () => {
    expect(givenPlan(...structure, target).when(raise)).toEqual(events(['DataNeedRaised', need]));
  });

  it('given by when it is wanted, then that too; an end before its beginning is refused', () => {
    const timescale = { asWritten: 'by March 2027', latest: '2027-03-31' };
    expect(
      givenPlan(...structure, target).when(order(RaiseDataNeed, { ...need, timescale })),
    ).toEqual(events(['DataNeedRaised', { ...need, timescale }]));
    expect(
      givenPlan(...structure, target).when(order(RaiseDataNeed, { ...need, timescale: backwards })),
    ).toEqual(datesBackwards);
  });

  it('given that what it is about is not there, then raising it is refused', () => {
    expect(givenPlan(...structure).when(raise)).toEqual(noTarget);
  });

  it('given a data need of that ref, then raising it is refused', () => {
    expect(givenPlan(...structure, target, raised).when(raise)).toEqual(
      refused({ _tag: 'RefTaken', kind: 'dataNeed', ref: 'd-1' }),
    );
  });

  it('given one that was met, then it can be raised again', () => {
    expect(givenPlan(...structure, target, raised, met).when(raise)).toEqual(
      events(['DataNeedRaised', need]),
    );
  });

  it('given a closed plan, then raising it is refused', () => {
    expect(
      givenPlan(...structure, target, happened(PlanClosed, {}, '2026-03-31')).when(raise),
    ).toEqual(refused({ _tag: 'PlanIsClosed' }));
  });

  it('given a data need, then it is met', () => {
    expect(givenPlan(...structure, target, raised).when(meet)).toEqual(
      events(['DataNeedMet', { dataNeed: 'd-1' }]),
    );
  });

  it('given no such data need, then meeting it is refused', () => {
    expect(givenPlan(...structure).when(meet)).toEqual(
      refused({ _tag: 'NotFound', kind: 'dataNeed', ref: 'd-1' }),
    );
  });
});
