import { LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Change } from './change-kinds.ts';
import { changedActions, silentActions } from './change-rows.ts';

const change = (
  kind: Change['kind'],
  ref: string,
  from: string | null,
  to: string | null,
): Change => ({ kind, ref, title: `Do ${ref}`, priority: null, from, to });

const note = (text: string) => ({ text, on: must(LocalDate)('2026-05-01') });

const in7a = { priority: '7a', theme: null, enabler: null, results: [] };

describe('what changed, action by action', () => {
  it('given several changes of one action when they are told then they stand together at its place', () => {
    const before = aPlanAnswer([anActionAnswer('27')]);
    const after = aPlanAnswer([anActionAnswer('27', { under: in7a })]);
    const told = changedActions(
      [
        change('re-rated', '27', 'Amber', 'Red'),
        change('slipped', '27', 'by June', 'by July'),
        change('moved', '27', '', 'priority 7a'),
        change('reworded', '27', 'Do it', 'Do 27'),
      ],
      { before, after },
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.place).toBe('7a');
    expect(told[0]?.changes).toMatchObject([
      { label: 'Rated worse', ratings: { from: 'Amber', to: 'Red' } },
      { label: 'Slipped', from: 'by June', to: 'by July' },
      { label: 'Moved', from: 'under no priority', to: 'priority 7a' },
      { label: 'Reworded', from: 'Do it', to: null },
    ]);
  });

  it('given an action that is new when it is told then with its rating, and without where it has none', () => {
    const after = aPlanAnswer([anActionAnswer('1'), anActionAnswer('2')]);
    const told = changedActions(
      [change('new', '1', null, 'Red'), change('new', '2', null, 'Not rated')],
      { before: null, after },
    );
    expect(told.map(({ changes }) => changes[0]?.ratings)).toEqual([
      { from: null, to: 'Red' },
      null,
    ]);
  });

  it('given an action that is gone when it is told then as withdrawn only where the plan says so', () => {
    const before = aPlanAnswer([
      anActionAnswer('1', { under: in7a }),
      anActionAnswer('2', { under: in7a }),
    ]);
    const after = aPlanAnswer([], { withdrawn: [{ ref: '1', title: 'Do 1' }] });
    const told = changedActions(
      [change('gone', '1', 'Red', null), change('gone', '2', 'Red', null)],
      { before, after },
    );
    expect(told.map(({ place, changes }) => [place, changes[0]?.label])).toEqual([
      ['7a', 'Withdrawn'],
      ['7a', 'No longer in the plan'],
    ]);
  });

  it('given a ref that one action left and another took when they are told then they are two', () => {
    const before = aPlanAnswer([anActionAnswer('1')]);
    const after = aPlanAnswer([anActionAnswer('1')]);
    const told = changedActions(
      [change('new', '1', null, 'Red'), change('gone', '1', 'Amber', null)],
      { before, after },
    );
    expect(told).toHaveLength(2);
  });

  it('given notes at both dates when news is told then the new ones alone, also of one renumbered', () => {
    const before = aPlanAnswer([anActionAnswer('14', { notes: [note('Old'), note('Gone')] })]);
    const after = aPlanAnswer([anActionAnswer('27', { notes: [note('Old'), note('Fresh')] })]);
    const told = changedActions(
      [change('renumbered', '27', '14', '27'), change('noted', '27', 'Old\nGone', 'Old\nFresh')],
      { before, after },
    );
    expect(told[0]?.changes).toMatchObject([
      { label: 'Renumbered', from: '14', to: '27' },
      { label: 'News', notes: ['Fresh'] },
    ]);
  });

  it('given notes that were only taken away when it is told then that they were withdrawn', () => {
    const before = aPlanAnswer([anActionAnswer('27', { notes: [note('Old')] })]);
    const told = changedActions([change('noted', '27', 'Old', '')], {
      before,
      after: aPlanAnswer([anActionAnswer('27')]),
    });
    expect(told[0]?.changes).toMatchObject([{ label: 'Notes withdrawn', notes: [] }]);
  });

  it('given an action of which nobody had news when silence is told then with rating, owners and last news', () => {
    const after = aPlanAnswer([
      anActionAnswer('27', {
        rating: 'Amber',
        owners: [{ party: 'p-1', name: 'Asha Bell', role: 'lead' }],
      }),
    ]);
    const changes = [
      change('silent', '27', '2026-03-01', null),
      change('closed', '28', 'open', 'closed'),
    ];
    expect(silentActions(changes, { before: null, after })).toEqual([
      {
        ref: '27',
        title: 'Do 27',
        place: '',
        rating: 'Amber',
        since: '2026-03-01',
        owners: ['Asha Bell'],
      },
    ]);
    expect(changedActions(changes, { before: null, after }).map(({ ref }) => ref)).toEqual(['28']);
  });
});
