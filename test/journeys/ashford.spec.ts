import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  HistoryJson,
  ImportJson,
  OwedJson,
  PartiesJson,
  PlanJson,
  PlansJson,
} from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { refs } from './kit/edited.ts';
import { lookupRealPlan } from './kit/real-plan.ts';
import { actionOf, owedBecause, rated } from './kit/reading.ts';

const real = lookupRealPlan('ashford-1-cypp-2008-2011.txt');
const march = '2010-03-31';

// What is expected here was read off the document by a person's eye.
describe.skipIf(real === undefined)('the Ashford plan, imported for 31 March 2010', () => {
  if (real === undefined) return;
  const desk = setUpDesk();
  const importing = ['import', real.path, '--plan', 'ashford', '--effective-on'];
  const asked = (on: string) => desk.json(OwedJson, 'owed', 'ashford', '--as-of', on);
  const history = (of: Desk, ...rest: ReadonlyArray<string>) =>
    of.json(HistoryJson, 'history', 'ashford', ...rest);
  const reports: Record<string, ImportJson> = {};

  beforeAll(async () => {
    reports['preview'] = await desk.json(ImportJson, ...importing, march, '--dry-run');
    reports['directory'] = { ...reports['preview'], committed: existsSync(desk.data) };
    reports['commit'] = await desk.json(ImportJson, ...importing, march);
  });

  it('when it is previewed, then nothing is written, not even a directory', () => {
    expect(reports['preview']?.committed).toBe(false);
    expect(reports['preview']?.ordinal).toBeNull();
    expect(reports['directory']?.committed).toBe(false);
  });

  it('when it is committed, then the preview told what comes of it', () => {
    const { committed: _, ordinal: __, token: ___, ...previewed } = reports['preview'] ?? {};
    expect(reports['commit']).toMatchObject(previewed);
    expect(reports['commit']?.committed).toBe(true);
  });

  it('then every block is accounted for, and it counts what is in it', () => {
    const { accounted, document, found, takesBack } = reports['commit'] ?? {};
    expect(accounted?.unaccounted).toBe(0);
    expect((accounted?.fields ?? 0) + (accounted?.narrative ?? 0)).toBe(document?.blocks);
    expect(takesBack).toEqual([]);
    expect(found).toMatchObject({
      priorities: 9,
      themes: 16,
      enablers: 4,
      results: 0,
      actions: 84,
      missingNumbers: [72],
      targets: 13,
      codedIndicators: 23,
      updateRequests: 14,
      doubtfulRequests: 1,
      parties: 8,
    });
  });

  it('then what was uncertain is said with its line and its words', () => {
    const lines = (message: RegExp) =>
      reports['commit']?.warnings
        .filter((one) => message.test(one.message))
        .map(({ line }) => line);
    expect(lines(/older plan's number/)).toEqual([111, 152, 549]);
    expect(lines(/remark on priority 4/)).toEqual([411]);
    expect(lines(/72/)).toEqual([629]);
    expect(lines(/May ask for an update/)).toEqual([250]);
    expect(lines(/because the numbers are the same/)).toEqual([
      989, 998, 1007, 1016, 1025, 1034, 1043, 1052,
    ]);
  });

  it('then the plan as of that day has its priorities, themes, enablers and actions', async () => {
    const plan = await desk.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    expect(plan.priorities.map(({ ref }) => ref)).toEqual([...refs('1-6'), '7a', '7b', '8']);
    expect(plan.priorities.flatMap(({ themes }) => themes.map(({ ref }) => ref))).toEqual([
      ...['2.1', '2.2', '2.3', '2.4', '2.5', '3.1', '3.2', '3.3', '3.4'],
      ...['5.1', '5.2', '5.3', '5.4', '5.5', '6.1', '6.2'],
    ]);
    expect(plan.enablers.map(({ ref }) => ref)).toEqual(['A', 'B', 'C', 'D']);
    expect(plan.actions.map(({ ref }) => ref)).toEqual(refs('1-71', '73-85'));
    expect(plan.actions.map(({ number }) => String(number))).toEqual(refs('1-71', '73-85'));
    expect(plan.actions.flatMap(({ owners }) => owners)).toEqual([]);
    expect(plan.plan.period).toMatchObject({ earliest: '2008-01-01', latest: '2011-12-31' });
  });

  it('then it has the ratings that stand beside the actions, and the other nine are not rated', async () => {
    const plan = await desk.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    expect(plan.counts.actions).toBe(84);
    expect(plan.counts.byRating).toMatchObject({
      Amber: 50,
      Red: 13,
      Green: 11,
      'Amber/Green': 1,
      'Not rated': 9,
    });
    expect(rated(plan, 'Red')).toEqual(
      refs('8', '11-13', '22', '32', '37', '55', '60', '75', '77', '80', '85'),
    );
    expect(rated(plan, 'Green')).toEqual(
      refs('5', '24', '30', '33', '47', '52', '68', '70', '74', '79', '83'),
    );
    expect(rated(plan, 'Amber/Green')).toEqual(['4']);
    expect(rated(plan, 'Not rated')).toEqual(refs('14', '19', '28-29', '38', '40', '58-59', '63'));
  });

  it('then targets, indicators, terms and what data is lacking stand where the document has them', async () => {
    const plan = await desk.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    expect(plan.targets.map(({ ref, under }) => [ref, under])).toEqual([
      ['1a', 'priority:1'],
      ['2.1a', 'theme:2.1'],
      ['2.1b', 'theme:2.1'],
      ['2.3a', 'theme:2.3'],
      ['2.3b', 'theme:2.3'],
      ['2.4', 'theme:2.4'],
      ['3.4a', 'theme:3.4'],
      ['3.4b', 'theme:3.4'],
      ['5.2a', 'theme:5.2'],
      ['5.2b', 'theme:5.2'],
      ['5.2c', 'theme:5.2'],
      ['6.2a', 'theme:6.2'],
      ['6.2b', 'theme:6.2'],
    ]);
    const codes = plan.indicators.flatMap(({ code }) => code ?? []);
    expect(codes).toHaveLength(23);
    expect(codes.filter((code) => code.startsWith('NI '))).toHaveLength(22);
    expect(codes).toContain('CT 2');
    expect(plan.indicators.find(({ code }) => code === 'NI 147')?.under).toEqual(['priority:4']);
    expect(plan.dataNeeds.map(({ under }) => under)).toEqual([
      'action:2',
      'target:2.1b',
      'target:2.3a',
      'enabler:C',
      'enabler:C',
      'enabler:D',
    ]);
    expect(plan.glossary.find(({ term }) => term === 'LIG')?.meaning).toBe(
      'Local Implementation Group',
    );
    expect(
      plan.priorities.map(({ outcomes }) =>
        outcomes.map(({ ref, basis }) => `${basis} ${ref ?? ''}`),
      ),
    ).toEqual(['1', '2', '3', '4', '5', '6', '7', '7', '8'].map((ref) => [`inferred ${ref}`]));
  });

  it('then a cell that runs on is one title', async () => {
    const plan = await desk.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    const lines = (ref: string) => actionOf(plan, ref).title.split('\n');
    expect(lines('27').slice(1)).toEqual([
      'Play Therapy (12 therapists currently trained)',
      'Play and Grow',
      'Incredible Years',
      'Playlink plus',
    ]);
    expect(lines('32')).toHaveLength(7);
    expect(lines('73').at(-1)).toBe('See separate LCSP Strategic Education Plan');
    expect(['27', '32', '73'].map((ref) => actionOf(plan, ref).rating)).toEqual([
      'Amber',
      'Red',
      'Amber',
    ]);
  });

  it('then those owe an update whom the notes name, and the nine that have no rating', async () => {
    const owed = await asked(march);
    expect(owedBecause(owed, 'asked')).toEqual([
      ['10', 'Paul Withington'],
      ['11', 'Barbara'],
      ['11', 'Paul Withington'],
      ['12', 'Charlotte Rosslyn'],
      ['13', null],
      ['19', 'Sharon Clarke'],
      ['25', 'Crystal'],
      ['26', 'Chris Fuller'],
      ['27', 'BEST'],
      ['28', 'BEST'],
      ['29', 'BEST'],
      ['30', 'Peter Lewer'],
      ['31', null],
      ['41', 'Barbara'],
      ['53', null],
    ]);
    expect(owedBecause(owed, 'never rated').map(([action]) => action)).toEqual(
      refs('14', '19', '28-29', '38', '40', '58-59', '63'),
    );
    // Both targets with a gap: "(data needed)" and "by ***".
    expect(
      owed
        .filter(({ reason }) => reason === 'target with a gap')
        .map(({ about, action, party, since, daysOverdue }) => [
          ...[about, action, party, since, daysOverdue],
        ]),
    ).toEqual([
      ['target:2.1b', null, null, march, 0],
      ['target:2.3a', null, null, march, 0],
    ]);
    expect(owed).toHaveLength(15 + 9 + 2);
  });

  it('then one party is asked for what is theirs, over all plans', async () => {
    const owed = await desk.json(OwedJson, 'owed', '--party', 'barbara', '--as-of', march);
    expect(owed.map(({ action, words }) => [action, words])).toEqual([
      ['11', 'Barbara and Paul Withington to update'],
      ['41', 'Barbara to update'],
    ]);
    const parties = await desk.json(PartiesJson, 'parties', 'ashford', '--as-of', march);
    expect(parties.find(({ name }) => name === 'BEST')).toMatchObject({
      kind: 'organisation',
      askedFor: ['27', '28', '29'],
      leads: [],
    });
  });

  it('then what is Red is overdue after a month, what is Green after three, all else after two', async () => {
    const overdue = async (on: string) =>
      owedBecause(await asked(on), 'overdue').map(([action]) => action);
    const plan = await desk.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    const all = refs('1-71', '73-85');
    const green = new Set(rated(plan, 'Green'));
    expect(await overdue('2010-04-30')).toEqual([]);
    expect(await overdue('2010-05-01')).toEqual(rated(plan, 'Red'));
    expect(await overdue('2010-05-31')).toEqual(rated(plan, 'Red'));
    expect(await overdue('2010-06-01')).toEqual(all.filter((ref) => !green.has(ref)));
    expect(await overdue('2010-06-30')).toHaveLength(84 - 11);
    expect(await overdue('2010-07-01')).toEqual(all);
    const parties = owedBecause(await asked('2010-07-01'), 'overdue').map(([, party]) => party);
    expect(new Set(parties)).toEqual(new Set([null]));
  });

  it('then the one action with a last day is past it from the day after on', async () => {
    const late = async (on: string) => owedBecause(await asked(on), 'timescale passed');
    expect(await late('2010-09-30')).toEqual([]);
    expect(await late('2010-10-01')).toEqual([['14', null]]);
  });

  it('then after its period all that is owed is its closing or carrying forward', async () => {
    const owed = await asked('2012-01-01');
    expect(owed.map(({ action, reason, since }) => [action, reason, since])).toEqual([
      [null, 'period ended', '2011-12-31'],
    ]);
  });

  it('then the history of an action says which words of which line it comes from', async () => {
    const rows = await history(desk, '27');
    const row = (field: string) => rows.find((one) => one.field === field);
    expect(row('title')).toMatchObject({ effectiveOn: march, from: null, by: 'Ada Clerk' });
    expect(row('title')?.source).toMatchObject({ line: 273 });
    expect(row('rating')).toMatchObject({ from: null, to: 'Amber' });
    expect(row('rating')?.source).toMatchObject({
      document: reports['commit']?.document.sha256,
      line: 282,
      words: 'AMBER',
    });
    expect(row('note')?.source?.line).toBe(285);
    expect(row('request')?.to).toContain('Update from BEST');
    expect(row('request')?.source?.line).toBe(285);
    const four = await history(desk, '4', '--field', 'rating');
    expect(four.map(({ to, source }) => [to, source?.line, source?.words])).toEqual([
      ['Amber/Green', 79, 'AMBER / GREEN'],
    ]);
  });

  it('when the same document comes again for the same date, then nothing is added', async () => {
    const again = await desk.json(ImportJson, ...importing, march);
    expect(again).toMatchObject({ events: 0, changes: {}, takesBack: [] });
    expect(again.ordinal).toBe(reports['commit']?.ordinal);
  });

  it('when it comes again for a later date, then one event says what it confirms', async () => {
    const later = desk.copy();
    const again = await later.json(ImportJson, ...importing, '2010-06-30');
    expect(again).toMatchObject({ events: 1, changes: {}, takesBack: [] });
    const rows = await history(later, '27', '--field', 'rating', '--all');
    expect(rows.map(({ effectiveOn, to, confirmed }) => [effectiveOn, to, confirmed])).toEqual([
      [march, 'Amber', false],
      ['2010-06-30', 'Amber', true],
    ]);
    const owed = await later.json(OwedJson, 'owed', 'ashford', '--as-of', '2010-06-30');
    expect(owed.find(({ reason }) => reason === 'never rated')).toMatchObject({
      action: '14',
      since: march,
      daysOverdue: 91,
    });
    // Restating is asserting: a late word about May does not overrule June's paper.
    await later.done('rate', 'ashford', '27', 'Red', '--effective-on', '2010-05-14');
    const ratingOn = async (on: string) =>
      actionOf(await later.json(PlanJson, 'plan', 'ashford', '--as-of', on), '27').rating;
    expect(await ratingOn('2010-06-29')).toBe('Red');
    expect(await ratingOn('2010-06-30')).toBe('Amber');
  });

  it('when the import is undone, then the plan is there no longer, as known then it still is, and importing works again', async () => {
    const undone = desk.copy();
    const before = await undone.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    await undone.done('undo-import', 'ashford', 'ashford-1-cypp-2008-2011.txt', '--why', 'A draft');
    expect(await undone.json(PlansJson, 'plans')).toEqual([]);
    expect((await undone.run('plan', 'ashford', '--as-of', march)).code).toBe(3);
    const known = ['--known-at', String(before.ordinal)];
    const then = await undone.json(PlanJson, 'plan', 'ashford', '--as-of', march, ...known);
    expect(then).toEqual({ ...before, knownAt: before.ordinal });
    const report = await undone.json(ImportJson, ...importing, march);
    expect(report.events).toBe(reports['commit']?.events);
    const again = await undone.json(PlanJson, 'plan', 'ashford', '--as-of', march);
    expect({ ...again, ordinal: 0 }).toEqual({ ...before, ordinal: 0 });
  });
});
