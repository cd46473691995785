import { beforeAll, describe, expect, it } from 'vitest';
import { ChangedJson, ChangesJson, HistoryJson, ImportJson, PlanJson } from './kit/answers.ts';
import { setUpDesk } from './kit/desk.ts';
import { edited, refs } from './kit/edited.ts';
import { lookupRealPlan } from './kit/real-plan.ts';
import { actionOf, changed } from './kit/reading.ts';

const real = lookupRealPlan('ashford-1-cypp-2008-2011.txt');
const [march, june] = ['2010-03-31', '2010-06-30'];

/** A new action takes the place of number 40: every number from there on goes up by one. */
const renumbered = (text: string): string =>
  text.replace(/\tAction (\d+)\./gu, (label, number: string) =>
    Number(number) >= 40 ? `\tAction ${Number(number) + 1}.` : label,
  );

/** What a partnership does to its plan within a quarter, done by hand to a copy of the document. */
const nextVersion = (text: string): string =>
  edited(
    renumbered(text),
    // Re-rated.
    [
      'number of families registered with a GP\n\tAMBER',
      'number of families registered with a GP\n\tRED',
    ],
    // Reworded.
    [
      'Raise awareness of the legal and Safeguarding',
      'Raise awareness of all the legal and Safeguarding',
    ],
    // Moved: the first action of theme 5.5 is now the last of 5.4.
    [
      '5.5. By further developing integrated approaches and services for vulnerable groups\n\tAction 55.',
      '\tAction 55.',
    ],
    [
      '\tAction 56. Expand',
      '5.5. By further developing integrated approaches and services for vulnerable groups\n\tAction 56. Expand',
    ],
    // Gone.
    [
      '\tAction 63. Active Ashford to consult CYP about developing opportunities for physical activities\n\tAMBER\n\n\nNotes:\n\n',
      '',
    ],
    // New, in the middle.
    [
      '\tAction 41. The 2010',
      '\tAction 40. Open a hostel for care leavers near the station\n\tGREEN\n\n\nNotes: A house has been found.\n\n\tAction 41. The 2010',
    ],
    // A note replaced.
    ['Clinics in place at The North and Christ Church.', 'Clinics now open in four schools.'],
    // A request answered.
    [
      'Work continues to roll out programme. Chris Fuller to update',
      'The programme has been rolled out.',
    ],
  );

describe.skipIf(real === undefined)('the next version of the Ashford plan', () => {
  if (real === undefined) return;
  const desk = setUpDesk();
  const next = desk.file('ashford-june.txt', nextVersion(real.text));
  const importing = (file: string, on: string, ...rest: ReadonlyArray<string>) => [
    'import',
    file,
    '--plan',
    'ashford',
    '--effective-on',
    on,
    ...rest,
  ];
  const planOn = (on: string, ...rest: ReadonlyArray<string>) =>
    desk.json(PlanJson, 'plan', 'ashford', '--as-of', on, ...rest);
  const changes = () => desk.json(ChangesJson, 'changes', 'ashford', '--from', march, '--to', june);

  beforeAll(async () => {
    desk.setNow('2010-04-01');
    await desk.done(...importing(real.path, march));
    desk.setNow('2010-07-01');
  });

  it('given what people recorded meanwhile, when it is previewed, then what it would take back comes first', async () => {
    const other = desk.copy();
    await other.done('rate', 'ashford', '5', 'Red', '--effective-on', '2010-04-15');
    await other.done('rate', 'ashford', '3', 'Red', '--effective-on', '2010-05-03');
    await other.done(
      'note',
      'ashford',
      '6',
      'The hub has a new desk.',
      '--effective-on',
      '2010-05-03',
    );
    const report = await other.json(ImportJson, ...importing(next, june, '--dry-run'));
    // 3 is said to be Red by both, and a note of people's own stays.
    expect(report.takesBack).toEqual([
      {
        subject: 'action:5',
        field: 'rating',
        held: 'Red',
        heldSince: '2010-04-15',
        says: 'Green',
      },
    ]);
    const text = await other.done(...importing(next, june, '--dry-run'));
    const [takenBack, found] = [text.indexOf('take back'), text.indexOf('Found')];
    expect(takenBack).toBeGreaterThan(-1);
    expect(takenBack).toBeLessThan(found);
    await other.done(...importing(next, june));
    const plan = await other.json(PlanJson, 'plan', 'ashford', '--as-of', june);
    expect(actionOf(plan, '5').rating).toBe('Green');
    expect(actionOf(plan, '6').notes.map(({ text: words }) => words)).toContain(
      'The hub has a new desk.',
    );
    const may = await other.json(PlanJson, 'plan', 'ashford', '--as-of', '2010-05-31');
    expect(actionOf(may, '5').rating).toBe('Red');
  });

  it('when it is imported, then exactly its changes are recorded', async () => {
    const report = await desk.json(ImportJson, ...importing(next, june));
    expect(report.takesBack).toEqual([]);
    expect(report.found).toMatchObject({
      actions: 84,
      missingNumbers: [63, 73],
      updateRequests: 13,
    });
    expect(report.changes).toEqual({
      WithdrawAction: 1,
      RenumberActions: 1,
      CreateAction: 1,
      ChangeRating: 2,
      RewordAction: 1,
      MoveAction: 1,
      AddNote: 3,
      SupersedeNote: 2,
      GiveUpdate: 1,
    });
    // 40 to 85 without 72 are 45 actions; 62 is gone. And one event for the import itself.
    expect(report.events).toBe(12 + 44 + 1);
  });

  it('then the question what changed answers the same', async () => {
    const answer = await changes();
    expect(changed(answer, 're-rated')).toEqual(['3']);
    expect(changed(answer, 'reworded')).toEqual(['39']);
    expect(changed(answer, 'moved')).toEqual(['55']);
    expect(changed(answer, 'new')).toEqual(['40']);
    expect(changed(answer, 'gone')).toEqual(['62']);
    expect(changed(answer, 'noted')).toEqual(['16', '26']);
    expect(changed(answer, 'renumbered')).toEqual(refs('41-62', '64-72', '74-86'));
    // Of the 83 that stay only 3, 16 and 26 have news; 39 was reworded and 55 was moved.
    expect(changed(answer, 'silent')).toHaveLength(78);
  });

  it('then each action is known by its new number, and was known by its old', async () => {
    const plan = await planOn(june);
    expect(actionOf(plan, '41')).toMatchObject({
      title: 'The 2010 Youth Forum will focus on Homelessness',
      label: 'Action 41.',
      knownAs: ['40'],
    });
    expect(actionOf(plan, '40').title).toBe('Open a hostel for care leavers near the station');
    expect(actionOf(plan, '55').under.theme).toBe('5.4');
    expect(actionOf(plan, '86').under.enabler).toBe('D');
    expect(plan.withdrawn.map(({ ref }) => ref)).toEqual(['62']);
    expect(actionOf(await planOn(march), '40').title).toBe(
      'The 2010 Youth Forum will focus on Homelessness',
    );
    const history = await desk.json(HistoryJson, 'history', 'ashford', '41', '--field', 'ref');
    expect(history.map(({ effectiveOn, from, to }) => [effectiveOn, from, to])).toEqual([
      [march, null, '40'],
      [june, '40', '41'],
    ]);
  });

  it('then the plan as it stood in the first document can still be asked for', async () => {
    await desk.done('rate', 'ashford', '6', 'Green', '--effective-on', march);
    expect(actionOf(await planOn(march), '6').rating).toBe('Green');
    const seen = await desk.json(
      PlanJson,
      'plan',
      'ashford',
      '--as-in',
      'ashford-1-cypp-2008-2011.txt',
    );
    expect(seen.asOf).toBe(march);
    expect(actionOf(seen, '6').rating).toBe('Amber');
    expect(seen.counts.byRating).toMatchObject({ Red: 13, Amber: 50, Green: 11, 'Not rated': 9 });
  });

  it('when it is undone, then the plan is as it was, as known then it still is, and importing again works', async () => {
    const after = await planOn(june);
    const undone = await desk.json(ChangedJson, 'undo-import', 'ashford', 'ashford-june.txt');
    expect(undone.events.map(({ type }) => type)).toEqual(['AssertionsRetracted']);
    const back = await planOn(june);
    const before = await planOn(march);
    expect(back.actions.map(({ ref, title, rating }) => [ref, title, rating])).toEqual(
      before.actions.map(({ ref, title, rating }) => [ref, title, rating]),
    );
    expect(back.withdrawn).toEqual([]);
    const known = await planOn(june, '--known-at', String(after.ordinal));
    expect(known).toEqual({ ...after, knownAt: after.ordinal });
    const again = await desk.json(ImportJson, ...importing(next, june));
    // Now it also takes back that 6 was Green, which nobody had said when it came the first time.
    expect(again.events).toBe(12 + 44 + 1 + 1);
    expect(again.takesBack.map(({ subject }) => subject)).toEqual(['action:6']);
    // That it is Amber again is news of 6 on that date.
    const words = ({ actions }: PlanJson) =>
      actions.map(({ lastUpdatedOn: _, updateOwed, ...action }) => ({
        ...action,
        updateOwed: action.ref === '6' ? null : updateOwed,
      }));
    expect(words(await planOn(june))).toEqual(words(after));
  });

  it('given that it was imported alone, when the older version follows, then both dates say what they would in order', async () => {
    const late = setUpDesk();
    late.setNow('2010-07-01');
    await late.done(...importing(next, june));
    const report = await late.json(ImportJson, ...importing(real.path, march));
    expect(report.takesBack).toEqual([]);
    for (const on of [march, '2010-05-01', june, '2011-01-01']) {
      const [inOrder, backwards] = [
        await planOn(
          on,
          '--as-in',
          on < june ? 'ashford-1-cypp-2008-2011.txt' : 'ashford-june.txt',
        ),
        await late.json(PlanJson, 'plan', 'ashford', '--as-of', on),
      ];
      const words = ({ actions }: PlanJson) =>
        actions.map(({ ref, label, title, rating, status, under, timescale, requests, notes }) => ({
          ...{ ref, label, title, rating, status, under, timescale },
          notes: notes.map(({ text }) => text).toSorted(),
          asked: requests.filter(({ state }) => state === 'open').map((one) => one.words),
        }));
      expect(words(backwards)).toEqual(words(inOrder));
      expect(backwards.counts.byRating).toEqual(inOrder.counts.byRating);
    }
    const moved = await late.json(ChangesJson, 'changes', 'ashford', '--from', march, '--to', june);
    expect(changed(moved, 'gone')).toEqual(['62']);
    expect(changed(moved, 'new')).toEqual(['40']);
    expect(changed(moved, 're-rated')).toEqual(['3']);
  });
});
