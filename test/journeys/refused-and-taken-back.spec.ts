import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { importPaper, sampleFile } from './harbour-year.ts';
import { ChangedJson, HistoryJson, PartiesJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';

const march = '2025-03-31';
const withPlan = setUpDesk();
withPlan.setNow(march);
const imported = importPaper(withPlan, 'plan-2025-q1.txt', march);

/** A desk on which the sample's first paper was imported. */
const atDesk = async (): Promise<Desk> => {
  await imported;
  const desk = withPlan.copy();
  desk.setNow('2025-05-20');
  return desk;
};

const TakenBackJson = t.type({
  takenBack: t.readonlyArray(
    t.type({ subject: t.string, field: t.string, to: t.union([t.string, t.null]) }),
  ),
});

const namesAt = async (desk: Desk) =>
  (await desk.json(PartiesJson, 'parties')).map(({ name }) => name);

describe('a change that is refused leaves nobody behind', () => {
  it.each([
    ['rate', 'harbour', '13', 'Purple', '--by', 'A Ghost'],
    ['rate', 'harbour', '13', 'Purple', '--on-word-of', 'A Ghost'],
    ['ask', 'harbour', '13', '--of', 'A Ghost', '--due', 'soon'],
    ['assign', 'harbour', '13', 'A Ghost', '--effective-on', '2024-01-01'],
    ['record', 'harbour', 'NI 901', '1', '--correct', '--period', '1901/02', '--by', 'A Ghost'],
    ['merge', 'TIDE', 'TIDE', '--by', 'A Ghost'],
    [
      ...['import', sampleFile('plan-2025-q1.txt'), '--plan', 'harbour'],
      ...['--effective-on', '2025-13-01', '--by', 'A Ghost'],
    ],
  ])('given trackrecord %s %s %s %s', async (...argv) => {
    const desk = await atDesk();
    const before = await namesAt(desk);
    expect((await desk.run(...argv)).code).not.toBe(0);
    expect(await namesAt(desk)).toEqual(before);
  });
});

describe('what is taken back', () => {
  it('given a retraction, then it tells what it took back, and the trail who took it back, when and on whose word', async () => {
    const desk = await atDesk();
    const { ordinal } = await desk.json(ChangedJson, 'rate', 'harbour', '5', 'Red');
    desk.setNow('2025-05-22');
    const said = ['--why', 'Meant action 15', '--by', 'Rhoda Tansley', '--on-word-of', 'I. Farrow'];
    const copy = desk.copy();
    copy.setNow('2025-05-22');
    expect(await copy.done('retract', 'harbour', String(ordinal), ...said)).toMatch(
      /action 5 rating: Green → Red \(since 2025-05-20\)/u,
    );
    const { takenBack } = await desk.json(
      TakenBackJson,
      ...['retract', 'harbour', String(ordinal), ...said],
    );
    expect(takenBack).toMatchObject([{ subject: 'action 5', field: 'rating', to: 'Red' }]);
    const rows = await desk.json(HistoryJson, 'history', 'harbour', '5', '--field', 'rating');
    expect(rows.at(-1)?.retracted).toMatchObject({
      why: 'Meant action 15',
      by: 'Rhoda Tansley',
      onWordOf: 'I. Farrow',
      recordedAt: '2025-05-22T10:00:00.000Z',
    });
    expect(await desk.done('history', 'harbour', '5')).toMatch(
      /taken\s+back\s+at\s+\d+\s+by\s+Rhoda\s+Tansley,\s+on\s+the\s+word\s+of\s+I\.\s+Farrow:\s+Meant\s+action\s+15/u,
    );
  });

  it('given the event that the plan is there by, then it is not retracted, and undoing the import is named', async () => {
    const desk = await atDesk();
    const rows = await desk.json(HistoryJson, 'history', 'harbour', 'plan');
    const registered = rows.find(({ type }) => type === 'PlanRegistered');
    const { code, stderr } = await desk.run('retract', 'harbour', String(registered?.ordinal));
    expect(code).toBe(1);
    expect(stderr).toMatch('undo-import');
    await desk.done('plan', 'harbour');
  });
});

describe('a plan that ends', () => {
  it.each([
    ['harbour', 1, 'cannot give way to itself'],
    ['harbour-2029', 3, 'There is no plan "harbour-2029" to carry the actions into'],
  ])('given %s as its successor, then it is refused', async (into, ended, words) => {
    const desk = await atDesk();
    const { code, stderr } = await desk.run('carry-forward', 'harbour', '13', '--into', into);
    expect(code).toBe(ended);
    expect(stderr.replace(/\s+/gu, ' ')).toMatch(words);
  });

  it('given a plan that was closed, then its actions are changed as of dates before it only', async () => {
    const desk = await atDesk();
    await desk.done('close-plan', 'harbour', '--effective-on', '2025-05-01');
    await desk.done('close-plan', 'harbour', '--effective-on', '2025-05-01');
    const rate = ['rate', 'harbour', '13', 'Red', '--effective-on'];
    expect((await desk.run(...rate, '2025-05-01')).code).toBe(1);
    expect((await desk.run(...rate, '2025-04-30')).code).toBe(0);
  });
});
