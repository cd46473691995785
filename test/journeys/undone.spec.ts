import { beforeAll, describe, expect, it } from 'vitest';
import { importPaper, papers, sampleFile } from './harbour-year.ts';
import { OwedJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { actionOf } from './kit/reading.ts';

const [[first, march], [second, june]] = [papers[0] ?? ['', ''], papers[1] ?? ['', '']];

/** What a plan says, without when it was said first and whether somebody had news since. */
const said = ({ actions, targets, dataNeeds, priorities, enablers, glossary, plan }: PlanJson) => ({
  actions: actions.map(
    ({ ref, label, title, rating, status, under, timescale, notes, requests }) => ({
      ...{ ref, label, title, rating, status, under, timescale },
      notes: notes.map(({ text }) => text),
      asked: requests.filter(({ state }) => state === 'open').map(({ words }) => words),
    }),
  ),
  targets: targets.filter(({ status }) => status === 'set'),
  needs: dataNeeds
    .filter(({ status }) => status === 'raised')
    .map(({ words, under }) => [words, under]),
  ...{ priorities, enablers, glossary, plan },
});

describe('an older document whose import is undone, while a newer one stands', () => {
  const desk = setUpDesk();
  const planOn = (of: Desk, on: string) => of.json(PlanJson, 'plan', 'harbour', '--as-of', on);
  const before: PlanJson[] = [];

  beforeAll(async () => {
    desk.setNow('2025-07-01');
    await importPaper(desk, first, march);
    await importPaper(desk, second, june);
    await desk.done('rate', 'harbour', '13', 'Red', '--effective-on', '2025-05-02');
    before.push(await planOn(desk, june));
    await desk.done('undo-import', 'harbour', first, '--why', 'Never sent to the board');
  });

  it('then the newer one still says all that it said, also what it only repeated', async () => {
    const after = said(await planOn(desk, june));
    for (const one of before) expect(after).toEqual(said(one));
  });

  it('then what was never rated is still owed, since the document that still says so', async () => {
    const owed = await desk.json(OwedJson, 'owed', 'harbour', '--as-of', '2025-07-10');
    expect(
      owed
        .filter(({ reason }) => reason === 'never rated')
        .map(({ action, since }) => [action, since]),
    ).toEqual([
      ['11', june],
      ['15', june],
      ['22', june],
    ]);
  });

  it('then the plan is not there before, and what people said of it waits for it', async () => {
    expect((await desk.run('plan', 'harbour', '--as-of', march)).code).toBe(3);
    const argv = ['import', sampleFile(first), '--plan', 'harbour', '--effective-on', march];
    await desk.done(...argv, '--by', 'Rhoda Tansley');
    expect(actionOf(await planOn(desk, '2025-05-02'), '13').rating).toBe('Red');
    for (const one of before) expect(said(await planOn(desk, june))).toEqual(said(one));
  });
});
