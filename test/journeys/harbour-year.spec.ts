import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ChangesJson as Changes,
  ChangesJson,
  HistoryJson,
  OwedJson,
  PlanJson,
} from './kit/answers.ts';
import { liveThrough, type Year } from './harbour-year.ts';
import { setUpDesk } from './kit/desk.ts';
import { refs } from './kit/edited.ts';
import { actionOf, changed, owedBecause, rated } from './kit/reading.ts';

// Every answer here stands in the sample's ANSWERS.md, worked out by hand.
describe('the year of Harbour and Vale, with what people recorded between the papers', () => {
  const desk = setUpDesk();
  const years: Year[] = [];
  const planOn = (on: string, ...rest: ReadonlyArray<string>) =>
    desk.json(PlanJson, 'plan', 'harbour', '--as-of', on, ...rest);
  const owedOn = (on: string) => desk.json(OwedJson, 'owed', 'harbour', '--as-of', on);
  const between = (from: string, to: string, ...rest: ReadonlyArray<string>) =>
    desk.json(ChangesJson, 'changes', 'harbour', '--from', from, '--to', to, ...rest);
  const history = (ref: string, ...rest: ReadonlyArray<string>) =>
    desk.json(HistoryJson, 'history', 'harbour', ref, ...rest);

  beforeAll(async () => {
    years.push(await liveThrough(desk));
  });

  it('then the second and the fourth paper took nothing back, and the third one rating', () => {
    const takenBack = (name: string) => years[0]?.reports.get(name)?.takesBack;
    expect(takenBack('plan-2025-q2.txt')).toEqual([]);
    expect(takenBack('plan-2025-q4.txt')).toEqual([]);
    expect(takenBack('plan-2025-q3.txt')).toEqual([
      {
        subject: 'action:7',
        field: 'rating',
        held: 'Green',
        heldSince: '2025-08-18',
        says: 'Amber',
      },
    ]);
  });

  it.each([
    ['2025-03-31', [], refs('3', '7', '10', '18', '21', '31')],
    ['2025-06-20', [], refs('3', '7', '10', '13', '18', '21', '31')],
    ['2025-06-20', ['--known-at', '2025-06-30'], refs('3', '7', '10', '18', '21', '31')],
    ['2025-06-30', [], refs('3', '10', '18', '21', '22', '31')],
    ['2025-06-30', ['--as-in', 'plan-2025-q2.txt'], refs('3', '10', '18', '21', '31')],
    ['2025-09-01', [], refs('3', '10', '18', '21', '22', '31')],
    ['2025-09-30', [], refs('3', '10', '13', '21', '22', '26', '33')],
    [
      '2025-10-21',
      ['--known-at', '2025-10-21'],
      refs('3', '5', '10', '13', '21', '22', '26', '33'),
    ],
    ['2025-10-21', [], refs('3', '10', '13', '21', '22', '26', '33')],
    ['2025-12-31', [], refs('9', '10', '13', '22', '26')],
    ['2026-01-15', [], refs('9', '10', '22', '26')],
  ])('when it is asked who was Red on %s %j, then it is %j', async (on, known, expected) => {
    expect(rated(await planOn(on, ...known), 'Red')).toEqual(expected);
  });

  it('then the ratings of the second meeting and of today count up', async () => {
    expect((await planOn('2025-06-30')).counts).toMatchObject({
      actions: 31,
      byRating: { Red: 6, Amber: 17, 'Amber/Green': 1, Green: 5, 'Not rated': 2 },
    });
    const today = await planOn('2026-01-15');
    expect(today.counts).toMatchObject({
      actions: 31,
      byRating: { Red: 4, Amber: 15, 'Amber/Green': 0, Green: 10, 'Not rated': 2 },
    });
    expect(rated(today, 'Green')).toEqual(
      refs('1', '4', '7', '16', '20', '25', '28', '29', '30', '32'),
    );
    expect(today.actions.filter(({ status }) => status === 'open')).toHaveLength(30);
    expect(actionOf(today, '28').status).toBe('closed');
  });

  // Closing and opening again is news (6). Another title, place or date is none, and no silence either: 15 was moved,
  // 17 and 25 were reworded, 3 and 11 slipped. Another number is (33).
  const silentWhen: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
    [
      '2025-03-31',
      '2025-06-30',
      refs('1', '4', '6', '9-12', '14', '16', '18', '20', '21', '23', '26', '28-31'),
    ],
    [
      '2025-06-30',
      '2025-09-30',
      refs('2', '5', '8', '10', '15', '16', '20', '21', '25', '27-30', '33'),
    ],
    ['2025-09-30', '2025-12-31', refs('4', '5', '10', '15', '20', '22', '26', '27')],
  ];
  it.each(silentWhen)(
    'from %s to %s those are silent whom nobody had news of',
    async (from, to, silent) => {
      expect(changed(await between(from, to), 'silent')).toEqual(silent);
    },
  );

  const kinds = ['moved', 'slipped', 're-rated', 'reworded', 'renumbered', 'new', 'gone', 'noted'];
  const listed = (answer: Changes) =>
    Object.fromEntries(kinds.map((kind) => [kind, changed(answer, kind)]));

  it('then what changed from meeting to meeting is on the board’s agenda', async () => {
    expect(listed(await between('2025-03-31', '2025-06-30'))).toEqual({
      ...{ moved: ['15'], slipped: [], 're-rated': ['5', '7', '22'], reworded: ['17', '25'] },
      ...{
        renumbered: [],
        new: ['32'],
        gone: [],
        noted: refs('2', '3', '5', '7', '8', '24', '27'),
      },
    });
    expect(listed(await between('2025-06-30', '2025-09-30'))).toEqual({
      ...{ moved: ['13'], slipped: ['3', '24'], reworded: ['3'], renumbered: ['33'], new: [] },
      ...{ 're-rated': refs('1', '4', '11', '13', '18', '26'), gone: ['17'] },
      noted: refs('4', '9', '11-14', '18', '22-24', '26', '32'),
    });
    expect(listed(await between('2025-09-30', '2025-12-31'))).toEqual({
      ...{ moved: [], slipped: ['11'], reworded: ['11'], renumbered: [], new: ['34'], gone: [] },
      're-rated': refs('3', '7', '9', '21', '30', '32', '33'),
      noted: refs('1-3', '6', '7', '9', '12-14', '16', '21', '23-25', '28', '30', '32', '33'),
    });
  });

  it('then since the last meeting one was rated anew, one closed, and one got a date', async () => {
    const { changes } = await between('2025-12-31', '2026-01-15');
    expect(
      changes
        .filter(({ kind }) => kind !== 'silent')
        .map(({ kind, ref, from, to }) => [kind, ref, from, to]),
    ).toEqual([
      ['re-rated', '13', 'Red', 'Amber'],
      ['rescheduled', '21', null, 'by March 2026'],
      ['closed', '28', 'open', 'closed'],
    ]);
  });

  it('when each end is asked as it was known at its own time, then a late report is not yet news', async () => {
    const known = ['--from-known-at', '2025-03-31', '--to-known-at', '2025-06-30'];
    const first = await between('2025-03-31', '2025-06-30', ...known);
    expect(changed(first, 'silent')).toHaveLength(19);
    expect(changed(first, 'silent')).toContain('13');
    expect(changed(first, 're-rated')).toEqual(['5', '7', '22']);
    expect(first.from.ordinal).toBeLessThan(first.to.ordinal);
  });

  it('then on 15 January 2026 these updates are owed', async () => {
    const owed = await owedOn('2026-01-15');
    expect(
      owed
        .filter(({ reason }) => reason === 'asked')
        .map(({ action, party, since, words }) => [action, party?.name ?? null, since, words]),
    ).toEqual([
      ['10', null, '2025-03-31', 'update needed'],
      ['14', 'TIDE', '2025-12-31', 'Update from TIDE'],
      ['15', 'TIDE', '2025-03-31', 'Report needed from TIDE'],
      ['26', 'I. Farrow', '2025-03-31', 'I. Farrow to update'],
      ['27', 'HVVA', '2025-10-27', 'How many pairs still meet?'],
    ]);
    // Due a month after the last update of what is Red, three months after that of what is Green, two after any other.
    expect(
      owed
        .filter(({ reason }) => reason === 'overdue')
        .map(({ action, party, since, dueOn, daysOverdue }) => [
          ...[action, party, since, dueOn, daysOverdue],
        ]),
    ).toEqual([
      ['4', null, '2025-09-30', '2025-12-30', 16],
      ['5', null, '2025-06-30', '2025-08-30', 138],
      ['10', null, '2025-03-31', '2025-04-30', 260],
      ['11', null, '2025-09-30', '2025-11-30', 46],
      ['15', null, '2025-03-31', '2025-05-31', 229],
      ['20', null, '2025-03-31', '2025-06-30', 199],
      ['22', null, '2025-09-30', '2025-10-30', 77],
      ['26', null, '2025-09-30', '2025-10-30', 77],
      ['27', null, '2025-06-30', '2025-08-30', 138],
    ]);
    expect(
      owed
        .filter(({ reason }) => reason === 'never rated')
        .map(({ action, since }) => [action, since]),
    ).toEqual([
      ['15', '2025-03-31'],
      ['34', '2025-12-31'],
    ]);
    expect(
      owed
        .filter(({ reason }) => reason === 'timescale passed')
        .map(({ action, party, since, daysOverdue }) => [action, party, since, daysOverdue]),
    ).toEqual([['24', null, '2025-12-31', 15]]);
    expect(
      owed
        .filter(({ action }) => action === null)
        .map(({ about, reason, since, daysOverdue, words }) => [
          ...[about, reason, since, daysOverdue, words],
        ]),
    ).toEqual([
      [
        ...['target:2.1b', 'target with a gap', '2025-03-31', 290],
        'To raise the number of young people seen at the drop-in (data needed)',
      ],
    ]);
    expect(owed).toHaveLength(5 + 9 + 2 + 1 + 1);
  });

  it('then on 15 October 2025 others were owed, and that can still be asked', async () => {
    const owed = await owedOn('2025-10-15');
    expect(owedBecause(owed, 'asked')).toEqual([
      ['10', null],
      ['15', 'TIDE'],
      ['16', null],
      ['26', 'I. Farrow'],
    ]);
    expect(owedBecause(owed, 'overdue').map(([action]) => action)).toEqual(
      refs('2', '3', '5', '8', '10', '15', '16', '20', '21', '25', '27-30', '33'),
    );
    expect(owedBecause(owed, 'never rated').map(([action]) => action)).toEqual(['15']);
    expect(owedBecause(owed, 'timescale passed')).toEqual([['11', null]]);
    expect(owed.filter(({ action }) => action === null).map(({ about }) => about)).toEqual([
      'target:1b',
      'target:2.1b',
    ]);
  });

  it('then the whole history of action 7 is told in the order in which it was recorded', async () => {
    const rows = await history('7');
    const told = rows
      .filter(({ field }) => field === 'rating' || field === 'owner')
      .map(({ effectiveOn, field, from, to, onWordOf, why }) => [
        ...[effectiveOn, field, from, to, onWordOf, why],
      ]);
    const agreed = 'Agreed when the two providers met';
    const owner = (name: string, role: string) => `${name} (${role})`;
    expect(told).toEqual([
      ['2025-03-31', 'rating', null, 'Red', null, null],
      ['2025-04-14', 'owner', null, owner('Nuala Finch', 'lead'), null, agreed],
      ['2025-04-14', 'owner', null, owner('Desmond Okell', 'support'), null, agreed],
      ['2025-06-30', 'rating', 'Red', 'Amber', null, null],
      [
        ...['2025-08-18', 'rating', 'Amber', 'Green', 'Nuala Finch'],
        'The wait was 6 weeks in the first half of August',
      ],
      ['2025-09-30', 'rating', 'Green', 'Amber', null, null],
      [
        ...['2025-11-03', 'owner', owner('Desmond Okell', 'support'), null, null],
        'He has changed jobs',
      ],
      ['2025-12-31', 'rating', 'Amber', 'Green', null, null],
    ]);
    const added = rows.filter(({ field, to }) => field === 'note' && to !== null);
    expect(added.map(({ effectiveOn }) => effectiveOn)).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-12-31',
    ]);
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(
      rows.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b),
    );
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Rhoda Tansley']));
  });

  it('then the ratings of action 13 stand in the order of their truth, whenever they were recorded', async () => {
    const rows = await history('13', '--field', 'rating', '--all');
    const inTruth = rows
      .filter(({ to }) => to !== 'Not rated')
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
    expect(
      inTruth.map(({ effectiveOn, from, to, confirmed }) => [effectiveOn, from, to, confirmed]),
    ).toEqual([
      ['2025-03-31', null, 'Amber', false],
      ['2025-06-16', 'Amber', 'Red', false],
      ['2025-06-30', 'Red', 'Amber', true],
      ['2025-09-30', 'Amber', 'Red', false],
      ['2025-12-31', 'Red', 'Red', true],
      ['2026-01-12', 'Red', 'Amber', false],
    ]);
    const late = inTruth.find(({ effectiveOn }) => effectiveOn === '2025-06-16');
    expect(late?.recordedAt).toBe('2025-07-08T10:00:00.000Z');
    const then = await history('13', '--field', 'rating', '--known-at', '2025-06-30', '--all');
    expect(
      then.filter(({ to }) => to !== 'Not rated').map(({ effectiveOn, to }) => [effectiveOn, to]),
    ).toEqual([
      ['2025-03-31', 'Amber'],
      ['2025-06-30', 'Amber'],
    ]);
  });

  it('then the wrong fact of October shows in the history as taken back, and why', async () => {
    const rows = await history('5', '--field', 'rating');
    const wrong = rows.find(({ effectiveOn }) => effectiveOn === '2025-10-20');
    expect(wrong).toMatchObject({
      to: 'Red',
      ordinal: years[0]?.ordinals.get('c11'),
      retracted: {
        ordinal: years[0]?.ordinals.get('c12'),
        why: 'It was half term: both schools were shut',
      },
    });
    const known = ['--known-at', String(years[0]?.ordinals.get('c11'))];
    const then = await history('5', '--field', 'rating', ...known);
    expect(then.find(({ effectiveOn }) => effectiveOn === '2025-10-20')?.retracted).toBeNull();
  });

  it('then each knows by now what is theirs', async () => {
    const tide = await desk.json(OwedJson, 'owed', '--party', 'TIDE');
    expect(tide.map(({ plan, action }) => [plan, action])).toEqual([
      ['harbour', '14'],
      ['harbour', '15'],
    ]);
  });
});
