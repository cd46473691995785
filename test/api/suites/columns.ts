import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { expect, it } from 'vitest';
import type { ManagedApi } from '../kit/managed-api.ts';
import type { Answered } from '../kit/served-api.ts';

const Report = t.type({
  found: t.type({ actions: t.number }),
  events: t.number,
  changes: t.record(t.string, t.number),
  columns: t.array(
    t.type({
      head: t.string,
      guess: t.string,
      samples: t.type({ heads: t.array(t.string), rows: t.array(t.array(t.string)) }),
    }),
  ),
});

const cells = (tag: 'th' | 'td', words: ReadonlyArray<string>): string =>
  `<tr>${words.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`;

const paper = [
  '<html><body><h1>Quay plan</h1><table>',
  cells('th', ['Thing', 'Where are we']),
  cells('td', ['Open a family hub', 'Amber']),
  cells('td', ['Recruit two wardens', 'Green']),
  '</table></body></html>',
].join('');

const map = { Thing: 'action', 'Where are we': 'rating' };

/** What columns mean, said with an import or by itself, and remembered. */
export const columnsSuite = (api: () => ManagedApi): void => {
  const importing = (
    plan: string,
    more: Readonly<Record<string, unknown>>,
    query = '',
  ): Promise<Answered> =>
    api().ask('POST', `/api/v1/plans/${plan}/imports${query}`, {
      token: api().manager,
      body: { name: 'quay.html', text: paper, effectiveOn: '2026-06-30', ...more },
    });

  it('given a document whose heads say nothing, then its columns are asked about in the answer', async () => {
    const { status, json } = await importing('quay', { dryRun: true });
    expect(status).toBe(200);
    const { found, columns } = must(Report)(json);
    expect(found.actions).toBe(0);
    expect(columns.map(({ head, guess }) => [head, guess])).toEqual([
      ['Thing', 'action'],
      ['Where are we', 'rating'],
    ]);
    expect(columns[0]?.samples).toEqual({
      heads: ['Thing', 'Where are we'],
      rows: [
        ['Open a family hub', 'Amber'],
        ['Recruit two wardens', 'Green'],
      ],
    });
  });

  it('given what they mean, then it is imported by that, and the plan remembers it', async () => {
    const first = must(Report)((await importing('quay', { map })).json);
    expect([first.found.actions, first.columns]).toEqual([2, []]);
    expect(first.changes).toMatchObject({ CreateAction: 2, ChooseColumnMeaning: 2 });
    const next = must(Report)((await importing('quay', { effectiveOn: '2026-09-30' })).json);
    expect([next.found.actions, next.columns]).toEqual([2, []]);
  });

  it('given it in the query as JSON, then it is heard as well', async () => {
    const query = `?dryRun=true&map=${encodeURIComponent(JSON.stringify(map))}`;
    const { json } = await importing('quay-2', {}, query);
    expect(must(Report)(json).found.actions).toBe(2);
    const wrong = await importing('quay-2', {}, '?dryRun=true&map=%7Brating');
    expect([wrong.status, JSON.stringify(wrong.json)]).toEqual([
      400,
      expect.stringContaining('accepted is an object'),
    ]);
  });

  it.each([
    [{ Where: 'rating' }, 400, '“Where”', 'Accepted are the heads of its columns: “Thing”'],
    [{ Thing: 'boss' }, 400, 'boss', '\\"rating\\"'],
    [{ Thing: 'action', 'THING:': 'notes' }, 400, '“THING:”', 'accepted is one of them'],
  ])(
    'given %j, then it is refused, naming what would be accepted',
    async (said, code, ...words) => {
      const { status, json } = await importing('quay-3', { map: said, dryRun: true });
      expect(status).toBe(code);
      expect(JSON.stringify(json)).toContain('/map');
      for (const one of words) expect(JSON.stringify(json)).toContain(one);
    },
  );

  it('given a word for it, then how much of it is read is told by that, and by a word of nobody nothing', async () => {
    const word = '7d444840-9dc0-4c1f-8a02-09bd77c2e551';
    const progress = (of: string): Promise<Answered> =>
      api().ask('GET', `/api/v1/progress/${of}`, { token: api().manager });
    expect((await progress(word)).json).toEqual({});
    expect((await importing('quay-5', { dryRun: true, progress: word })).status).toBe(200);
    expect((await progress(word)).json).toEqual({ doing: 'reading', share: 1 });
    const guess = await progress('guess');
    expect([guess.status, JSON.stringify(guess.json)]).toEqual([
      404,
      expect.stringContaining('accepted is a UUID'),
    ]);
  });

  it('given what one means, said of the plan itself, then the next document is read by it', async () => {
    await api().change('POST', '/plans', {
      plan: 'quay-4',
      title: 'Quay 4',
      effectiveOn: '2026-01-01',
    });
    await api().change('PUT', '/plans/quay-4/columns/Where%20are%20we', { meaning: 'rating' });
    await api().change('PUT', '/plans/quay-4/columns/Thing', { meaning: 'action' });
    const { json } = await importing('quay-4', { dryRun: true });
    expect(must(Report)(json).found.actions).toBe(2);
  });
};
