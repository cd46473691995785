import { streamOf } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { formIn, textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage } from '../../testing/import-stage.ts';
import type { Came, Filling } from '../../testing/test-browser.ts';

let stage: ImportStage;

const row = (tag: 'th' | 'td', cells: ReadonlyArray<string>): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const paper = (...rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  `<html><body><h1>Lantern Bay plan</h1><table>${row('th', rows[0] ?? [])}${rows
    .slice(1)
    .map((cells) => row('td', cells))
    .join('')}</table></body></html>`;

const heads = ['Thing', 'Where are we', 'Person'];
const june = paper(
  heads,
  ['Open a family hub', 'Amber', 'M. Fox'],
  ['Recruit two wardens', 'Green', 'I. Farrow'],
);
const september = paper(
  heads,
  ['Open a family hub', 'Green', 'M. Fox'],
  ['Recruit two wardens', 'Green', 'I. Farrow'],
);

const rawOf = (came: Came): string => (came._tag === 'Page' ? came.html : '');
const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to : '');

const shown = async (address: string): Promise<string> => rawOf(await stage.manager.get(address));

const uploaded = async (html = june, more: Filling = {}): Promise<string> =>
  toOf(
    await stage.upload(
      '/imports/new',
      { name: 'plan.html', bytes: html },
      { on: '30/6/2026', plan: 'lantern', ...more },
    ),
  );

/** The name of the field of a column, by its label. */
const fieldOf = (html: string, head: string): string =>
  new RegExp(`for="([^"]+)"[^>]*>\\s*What is “${head}”\\?`, 'u').exec(html)?.[1] ?? '';

/** Sends the form of the columns as it stands, with some of them chosen otherwise. */
const choose = async (preview: string, chosen: Readonly<Record<string, string>>): Promise<Came> => {
  const html = await shown(preview);
  const named = Object.entries(chosen).map(([head, value]): readonly [string, string] => [
    fieldOf(html, head),
    value,
  ]);
  return stage.manager.post(`${preview}/columns`, {
    ...formIn(html, 'columns-form'),
    ...Object.fromEntries(named),
  });
};

const typesOf = async (): Promise<ReadonlyArray<string>> =>
  rightOf(
    await stage.desk.log.readStream(streamOf('plan', must(PlanId)('lantern')), {
      direction: 'forwards',
    })(),
  ).map(({ event }) => event.type);

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
});

describe('an upload whose heads do not say what its columns are', () => {
  it('given nothing said, then each is asked about, with rows to tell it by, and nothing can be recorded', async () => {
    const html = textIn(await shown(await uploaded()));
    expect(html).toContain('What are these columns?');
    expect(html).toContain('2 rows with these heads');
    ['Open a family hub', 'Recruit two wardens', 'What is “Person”?'].forEach((words) => {
      expect(html).toContain(words);
    });
    expect(html).toContain('the heads of its columns do not say what they hold');
    expect(html).not.toContain('Record this import');
  });

  it('given the guesses, then they are chosen, and not applied before they are saved', async () => {
    const preview = await uploaded();
    const form = formIn(await shown(preview), 'columns-form');
    const html = await shown(preview);
    expect(heads.map((head) => form[fieldOf(html, head)])).toEqual([
      ['action'],
      ['rating'],
      ['lead'],
    ]);
    expect(toOf(await choose(preview, {}))).toBe(preview);
    const after = textIn(await shown(preview));
    expect(after).toContain('2 actions');
    expect(after).toContain('3 columns were understood');
    expect(after).not.toContain('What are these columns?');
  });

  it('given what is recorded then, then the plan remembers it, and its next document asks nothing', async () => {
    const preview = await uploaded();
    await choose(preview, { Person: 'support' });
    await stage.manager.send(preview, {});
    const types = await typesOf();
    expect(types.filter((type) => type === 'ColumnMeaningChosen')).toHaveLength(3);
    const next = toOf(
      await stage.upload(
        '/plans/lantern/import',
        { name: 'september.html', bytes: september },
        { on: '30/9/2026' },
      ),
    );
    const html = textIn(await shown(next));
    expect(html).not.toContain('What are these columns?');
    expect(html).toContain('3 columns were understood');
    expect(formIn(await shown(next), 'columns-form')[fieldOf(await shown(next), 'Person')]).toEqual(
      ['support'],
    );
    await stage.manager.send(next, {});
    const later = await typesOf();
    expect(later.filter((type) => type === 'ColumnMeaningChosen')).toHaveLength(3);
    expect(later.slice(types.length)).toEqual(['RatingChanged', 'DocumentImported']);
  });

  it('given that one was known and is said to be something else, then that is recorded too', async () => {
    const preview = await uploaded(
      paper(
        ['Action', 'Status', 'Lead'],
        ...[
          ['Open a family hub', 'Amber', 'M. Fox'],
          ['Recruit two wardens', 'Green', 'I. Farrow'],
        ],
      ),
    );
    const known = await shown(preview);
    expect(known).not.toContain('What are these columns?');
    await choose(preview, { Status: 'notes' });
    await stage.manager.send(preview, {});
    const types = await typesOf();
    expect(types.filter((type) => type === 'ColumnMeaningChosen')).toHaveLength(1);
    expect(types.filter((type) => type === 'RatingChanged')).toEqual([]);
    expect(types.filter((type) => type === 'NoteAdded')).toHaveLength(2);
  });

  it('given no column that holds actions, then it is still asked for, and kept', async () => {
    const preview = await uploaded();
    await choose(preview, { Thing: 'nothing', 'Where are we': 'nothing', Person: 'nothing' });
    const html = textIn(await shown(preview));
    expect(html).toContain('No action was found in plan.html.');
    expect(html).toContain('3 columns were understood');
    expect(html).not.toContain('Record this import');
  });

  it('given a meaning that is none, then it says so at its field, with all that was chosen, and keeps nothing', async () => {
    const preview = await uploaded();
    const html = await shown(preview);
    const came = await choose(preview, { Thing: 'boss', Person: 'support' });
    expect(came).toMatchObject({ _tag: 'Page', status: 400 });
    expect(came._tag === 'Page' ? came.errors : []).toEqual([
      { field: fieldOf(html, 'Thing'), message: '“Thing”: choose what it is from the list.' },
    ]);
    const again = formIn(rawOf(came), 'columns-form');
    expect(again[fieldOf(html, 'Person')]).toEqual(['support']);
    expect(formIn(await shown(preview), 'columns-form')[fieldOf(html, 'Person')]).toEqual(['lead']);
  });

  it('given a form without an answer, then it is asked for', async () => {
    const preview = await uploaded();
    const came = await stage.manager.post(`${preview}/columns`, {});
    expect(came._tag === 'Page' ? [came.status, came.errors.length] : came).toEqual([400, 3]);
  });

  it('given heads that are no HTML, then they are shown as they stand', async () => {
    const hostile = june.replace('Where are we', '&lt;img src=x&gt; &amp; "so"');
    const html = await shown(await uploaded(hostile));
    expect(html).not.toContain('<img src=x');
    expect(textIn(html)).toContain('What is “<img src=x> & "so"”?');
  });

  it('given every id on the page, then there is one of each', async () => {
    const html = await shown(await uploaded());
    const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
