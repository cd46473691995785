import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { HistoryJson, ImportJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';

const row = (tag: 'th' | 'td', cells: ReadonlyArray<string>): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

/** A web page with one table of actions: another quarter has other ratings under the same heads. */
const paper = (...ratings: ReadonlyArray<string>): string => {
  const rows = [
    ['Open a family hub', ratings[0] ?? '', 'M. Fox', '£1,200'],
    ['Recruit two wardens', ratings[1] ?? '', 'I. Farrow', '£300'],
    ['Train all school governors', ratings[2] ?? '', 'V. Poole', '£90'],
  ];
  const head = row('th', ['Thing', 'Where are we', 'Person', 'Cost']);
  return `<html><body><h1>Harbour plan</h1><table>${head}${rows.map((cells) => row('td', cells)).join('')}</table></body></html>`;
};

const june = paper('Amber', 'Green', 'Red');
const september = paper('Green', 'Green', 'Amber');

const WithColumns = t.intersection([
  ImportJson,
  t.type({
    columns: t.readonlyArray(
      t.type({
        head: t.string,
        guess: t.string,
        samples: t.type({ rows: t.readonlyArray(t.readonlyArray(t.string)) }),
      }),
    ),
  }),
]);

const importing = (desk: Desk, name: string, html: string, on: string) => [
  ...['import', desk.file(name, html), '--plan', 'harbour', '--effective-on', on],
];

const answers = [
  ...['--map', 'Thing=action', '--map', 'Where are we=rating'],
  ...['--map', 'Person=lead', '--map', 'cost=nothing'],
];

const ratings = async (desk: Desk) =>
  (await desk.json(PlanJson, 'plan', 'harbour')).actions.map(({ title, rating }) => [
    title,
    rating,
  ]);

describe('a document whose heads do not say what its columns are', () => {
  it('given nothing said, then nothing is made of them, and each is asked about with three rows', async () => {
    const desk = setUpDesk();
    const report = await desk.json(
      WithColumns,
      ...importing(desk, 'june.html', june, '2025-06-30'),
      '--dry-run',
    );
    expect(report.found.actions).toBe(0);
    expect(report.columns.map(({ head, guess }) => [head, guess])).toEqual([
      ['Thing', 'action'],
      ['Where are we', 'rating'],
      ['Person', 'lead'],
      ['Cost', 'nothing'],
    ]);
    expect(report.columns[1]?.samples.rows[2]).toEqual([
      'Train all school governors',
      'Red',
      'V. Poole',
      '£90',
    ]);
  });

  it('given what each means, then it is imported by that, and the plan’s next document too, without a question', async () => {
    const desk = setUpDesk();
    const first = await desk.json(
      WithColumns,
      ...importing(desk, 'june.html', june, '2025-06-30'),
      ...answers,
    );
    expect(first).toMatchObject({ found: { actions: 3, parties: 3 }, columns: [] });
    expect(first.changes).toMatchObject({ CreateAction: 3, ChooseColumnMeaning: 4 });
    const next = await desk.json(
      WithColumns,
      ...importing(desk, 'september.html', september, '2025-09-30'),
    );
    expect(next.changes).toEqual({ ChangeRating: 2 });
    expect(next.columns).toEqual([]);
    expect(await ratings(desk)).toEqual([
      ['Open a family hub', 'Green'],
      ['Recruit two wardens', 'Green'],
      ['Train all school governors', 'Amber'],
    ]);
  });

  it('given an older document later, then it is read by what was said since', async () => {
    const desk = setUpDesk();
    await desk.done(...importing(desk, 'sept.html', september, '2025-09-30'), ...answers);
    const older = await desk.json(
      WithColumns,
      ...importing(desk, 'june.html', june, '2025-06-30'),
      '--dry-run',
    );
    expect(older).toMatchObject({ found: { actions: 3 }, columns: [] });
  });

  it('given the same said again, then it is nothing new; said otherwise, then that counts from now on', async () => {
    const desk = setUpDesk();
    const command = importing(desk, 'june.html', june, '2025-06-30');
    await desk.done(...command, ...answers);
    expect(await desk.json(ImportJson, ...command, ...answers)).toMatchObject({ events: 0 });
    const again = await desk.json(ImportJson, ...command, '--map', 'Person=support');
    expect(again.changes).toMatchObject({ ChooseColumnMeaning: 1 });
    const history = await desk.json(HistoryJson, 'history', 'harbour');
    const chosen = history.filter(({ field }) => field === 'columnMeaning');
    expect(chosen.map(({ from, to }) => [from, to])).toContainEqual(['the lead', 'the support']);
  });

  it('given an import that is undone, then what it said of columns is forgotten with it', async () => {
    const desk = setUpDesk();
    const command = importing(desk, 'june.html', june, '2025-06-30');
    await desk.done(...command, ...answers);
    await desk.done('undo-import', 'harbour', 'june.html');
    const report = await desk.json(WithColumns, ...command, '--dry-run');
    expect(report.columns).toHaveLength(4);
  });

  it.each([
    [['--map', 'Where=rating'], '“Where”', 'Accepted are the heads of its columns: “Thing”,'],
    [['--map', 'Person=boss'], '“boss”', 'accepted are ref, action, rating, lead, support,'],
    [['--map', 'Person'], '“Person” is not accepted', '--map "RAG Status=rating"'],
    [['--map', 'Person=lead', '--map', 'PERSON=support'], '“PERSON”', 'accepted is one of them'],
  ])('given %j, then it is refused, naming what would be accepted', async (said, ...words) => {
    const desk = setUpDesk();
    const command = importing(desk, 'june.html', june, '2025-06-30');
    const { code, stderr } = await desk.run(...command, ...said);
    expect(code).toBe(2);
    for (const one of words) expect(stderr).toContain(one);
    expect((await desk.run('plan', 'harbour')).code).not.toBe(0);
  });
});
