import { describe, expect, it } from 'vitest';
import { importPaper } from './harbour-year.ts';
import { ChangedJson, HistoryJson, OwedJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { actionOf } from './kit/reading.ts';

const march = '2025-03-31';
const withPlan = setUpDesk();
withPlan.setNow(march);
const imported = importPaper(withPlan, 'plan-2025-q1.txt', march);

/** A desk on which the sample's first paper was imported. */
const atDesk = async (): Promise<Desk> => {
  await imported;
  return withPlan.copy();
};

const ratingOf = async (desk: Desk, ref: string, ...asked: ReadonlyArray<string>) =>
  actionOf(await desk.json(PlanJson, 'plan', 'harbour', ...asked), ref).rating;

const rate = (desk: Desk, ref: string, rating: string, ...rest: ReadonlyArray<string>) =>
  desk.json(ChangedJson, 'rate', 'harbour', ref, rating, ...rest);

describe('when something was true, and when the log learned of it', () => {
  it('given a fact told late, then it holds from its date on, and as known before it was told it does not', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    await rate(desk, '13', 'Red', '--effective-on', '2025-04-10');
    expect(await ratingOf(desk, '13', '--as-of', '2025-04-09')).toBe('Amber');
    expect(await ratingOf(desk, '13', '--as-of', '2025-04-10')).toBe('Red');
    const known = ['--known-at', '2025-05-19'];
    expect(await ratingOf(desk, '13', '--as-of', '2025-04-10', ...known)).toBe('Amber');
  });

  it('given facts on one date, then the one that was recorded later holds', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    await rate(desk, '13', 'Red', '--effective-on', '2025-05-01');
    await rate(desk, '13', 'Green', '--effective-on', '2025-05-01');
    await rate(desk, '13', 'Amber', '--effective-on', '2025-04-30');
    expect(await ratingOf(desk, '13', '--as-of', '2025-05-20')).toBe('Green');
    expect(await ratingOf(desk, '13', '--as-of', '2025-04-30')).toBe('Amber');
  });

  it('given a wrong fact that was retracted, then it never held, but as known before it still does', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    const { ordinal } = await rate(desk, '5', 'Red');
    desk.setNow('2025-05-22');
    await desk.done('retract', 'harbour', String(ordinal), '--why', 'Meant action 15');
    expect(await ratingOf(desk, '5', '--as-of', '2025-05-21')).toBe('Green');
    const known = ['--known-at', '2025-05-21'];
    expect(await ratingOf(desk, '5', '--as-of', '2025-05-21', ...known)).toBe('Red');
    const again = await desk.run('retract', 'harbour', String(ordinal));
    expect(again.code).toBe(1);
    const rows = await desk.json(HistoryJson, 'history', 'harbour', '5', '--field', 'rating');
    expect(rows.map(({ to, retracted }) => [to, retracted?.why])).toEqual([
      ['Green', undefined],
      ['Red', 'Meant action 15'],
    ]);
  });

  it('given the same said again for the same date, then nothing is added; for a later date it is', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    expect((await rate(desk, '13', 'Red')).events).toHaveLength(1);
    expect((await rate(desk, '13', 'red')).events).toEqual([]);
    expect((await rate(desk, '13', 'R', '--effective-on', '2025-05-21')).events).toHaveLength(1);
  });

  it('given a clock that was set back, then what is recorded later still counts as recorded later', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    await rate(desk, '13', 'Red', '--effective-on', '2025-05-01');
    desk.setNow('2025-05-10');
    await rate(desk, '14', 'Red', '--effective-on', '2025-05-01');
    const known = ['--as-of', '2025-05-01', '--known-at', '2025-05-15'];
    expect(await ratingOf(desk, '13', ...known)).toBe('Amber');
    expect(await ratingOf(desk, '14', ...known)).toBe('Amber');
  });
});

describe('the end of a day in London', () => {
  it.each([
    ['summer, at the last moment', '2025-07-01T22:59:59.999Z', '2025-07-01', 'Red'],
    ['summer, a moment later', '2025-07-01T23:00:00.000Z', '2025-07-01', 'Amber'],
    ['winter, at the last moment', '2025-12-01T23:59:59.999Z', '2025-12-01', 'Red'],
    ['winter, a moment later', '2025-12-02T00:00:00.000Z', '2025-12-01', 'Amber'],
    // On 26 October 2025 the clocks go back: that day has 25 hours.
    ['the longest day, in its last hour', '2025-10-26T23:30:00.000Z', '2025-10-26', 'Red'],
  ])(
    'given %s, when it is asked as known on that day, then it is known or not',
    async (_case, now, day, rating) => {
      const desk = await atDesk();
      desk.setNow(now);
      await rate(desk, '13', 'Red', '--effective-on', '2025-06-15');
      const asked = ['--as-of', '2025-06-15', '--known-at', day];
      expect(await ratingOf(desk, '13', ...asked)).toBe(rating);
    },
  );

  it('given half past eleven at night in UTC in June, when nothing says since when, then it is since tomorrow', async () => {
    const desk = await atDesk();
    desk.setNow('2025-06-30T23:30:00.000Z');
    await rate(desk, '13', 'Red');
    expect(await ratingOf(desk, '13', '--as-of', '2025-06-30')).toBe('Amber');
    expect(await ratingOf(desk, '13', '--as-of', '2025-07-01')).toBe('Red');
  });

  it('given an instant with its offset, then it is known by that instant', async () => {
    const desk = await atDesk();
    desk.setNow('2025-07-01T12:00:00.000Z');
    await rate(desk, '13', 'Red', '--effective-on', '2025-06-15');
    const at = (when: string) => ratingOf(desk, '13', '--as-of', '2025-06-15', '--known-at', when);
    expect(await at('2025-07-01T13:00:00+01:00')).toBe('Red');
    expect(await at('2025-07-01T12:59:59+01:00')).toBe('Amber');
  });
});

describe('two people who change the same thing', () => {
  it('given that somebody changed the very field since one looked, then one is told, and nothing is written', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    const looked = await desk.json(PlanJson, 'plan', 'harbour');
    await rate(desk, '13', 'Red', '--by', 'Nuala Finch');
    const late = await desk.run(
      ...['rate', 'harbour', '13', 'Green', '--based-on', String(looked.ordinal)],
    );
    expect(late.code).toBe(4);
    expect(late.stderr).toContain('Red');
    expect(late.stderr).toContain('13');
    expect(await ratingOf(desk, '13')).toBe('Red');
    const ordinal = (await desk.json(PlanJson, 'plan', 'harbour')).ordinal;
    await rate(desk, '13', 'Green', '--based-on', String(ordinal));
    expect(await ratingOf(desk, '13')).toBe('Green');
  });

  it('given that somebody changed something else since, then both hold', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    const looked = await desk.json(PlanJson, 'plan', 'harbour');
    const based = ['--based-on', String(looked.ordinal)];
    await rate(desk, '12', 'Red', ...based);
    await desk.done('note', 'harbour', '13', 'The room is booked.', ...based);
    await rate(desk, '13', 'Green', ...based);
    expect(await ratingOf(desk, '12')).toBe('Red');
    expect(await ratingOf(desk, '13')).toBe('Green');
  });
});

describe('what is asked of people, and what they answer', () => {
  it('given a question, when it is answered, then it is owed no longer, and was until then', async () => {
    const desk = await atDesk();
    const asked = async (on: string) =>
      (await desk.json(OwedJson, 'owed', 'harbour', '--as-of', on))
        .filter(({ action, reason }) => action === '24' && reason === 'asked')
        .map(({ party, dueOn }) => [party?.name, dueOn]);
    desk.setNow('2025-05-06');
    const words = ['--words', 'Is the room free after July?', '--due', '2025-05-16'];
    await desk.done('ask', 'harbour', '24', '--of', 'Nuala Finch', ...words);
    desk.setNow('2025-05-20');
    await desk.done('answer', 'harbour', '24', 'Until December.', '--rating', 'Green');
    expect(await asked('2025-05-05')).toEqual([]);
    expect(await asked('2025-05-19')).toEqual([['Nuala Finch', '2025-05-16']]);
    expect(await asked('2025-05-20')).toEqual([]);
    const plan = await desk.json(PlanJson, 'plan', 'harbour');
    expect(actionOf(plan, '24')).toMatchObject({ rating: 'Green', lastUpdatedOn: '2025-05-20' });
  });

  it('given "no change", then the rating is said again, and it counts as an update', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    await desk.done('no-change', 'harbour', '10', '--on-word-of', 'Callum Prewitt');
    const rows = await desk.json(HistoryJson, 'history', 'harbour', '10', '--field', 'rating');
    expect(rows.at(-1)).toMatchObject({ to: 'Red', onWordOf: 'Callum Prewitt' });
    // What was asked of nobody is answered by it; Red, so the next update is due a month later.
    const ofTen = async (on: string) =>
      (await desk.json(OwedJson, 'owed', 'harbour', '--as-of', on))
        .filter(({ action }) => action === '10')
        .map(({ reason, dueOn }) => [reason, dueOn]);
    expect(await ofTen('2025-06-20')).toEqual([]);
    expect(await ofTen('2025-06-21')).toEqual([['overdue', '2025-06-20']]);
  });
});
