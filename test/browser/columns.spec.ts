import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, bringAxe, overflowOf } from '../pages/faults-of.ts';
import { inBrowser, type Person } from './kit/in-browser.ts';
import { desk, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

const row = (tag: 'th' | 'td', cells: ReadonlyArray<string>): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

/** A web page with a table of actions, as wide as such tables are, whose heads say little. */
const paper = [
  '<html><body><h1>Quayside plan</h1><table>',
  row('th', ['Mark', 'Thing', 'Where are we', 'Person', 'Finish', 'Latest position', 'Cost']),
  ...[
    [
      'Q-1',
      'Open a family hub',
      'Amber',
      'M. Fox',
      'June 2027',
      'Two sites were looked at.',
      '£90',
    ],
    ['Q-2', 'Recruit two wardens', 'Green', 'I. Farrow', 'May 2027', 'Adverts are out now.', '£5'],
    ['Q-3', 'Train all governors', 'Red', 'V. Poole', 'July 2027', 'No trainer is found.', '£800'],
  ].map((cells) => row('td', cells)),
  '</table></body></html>',
].join('');

const upload = async ({ page, go }: Person, plan: string): Promise<void> => {
  await go('/imports/new');
  await page
    .getByLabel('Choose the document')
    .setInputFiles({ name: `${plan}.html`, mimeType: 'text/html', buffer: Buffer.from(paper) });
  await page.getByLabel('Which date does the document speak of?').fill('31/12/2025');
  await page.getByLabel('Short name of the plan').fill(plan);
  await page.getByRole('button', { name: 'Show what it would do' }).click();
};

/** Says what the columns are: all but one as they were guessed. */
const choose = async (page: Page): Promise<void> => {
  const asked = page.getByRole('region', { name: 'What are these columns?' });
  await shows(asked.getByRole('row'), 'Two sites were looked at.');
  expect(await asked.getByLabel('What is “Thing”?').inputValue()).toBe('action');
  expect(await asked.getByLabel('What is “Person”?').inputValue()).toBe('lead');
  await asked.getByLabel('What is “Latest position”?').selectOption('notes');
  await asked.getByRole('button', { name: 'Save what the columns are' }).click();
  await shows(page.getByRole('alert'), 'The columns are read as you said.');
};

inBrowser('a manager whose document says little of its columns', ({ as, open }) => {
  it.each([desk, plain])(
    'given such a document, when she says $name what its columns are, then it is imported by that, and the plan remembers it',
    async (screen) => {
      const plan = `quayside-${screen.javaScript ? 'js' : 'plain'}`;
      await as(
        'manager',
        async (person) => {
          const { page } = person;
          await upload(person, plan);
          await choose(page);
          await shows(page.getByRole('region', { name: 'What it would do' }), '3 actions');
          await page.getByRole('button', { name: 'Record' }).click();
          await shows(page.getByRole('alert'), 'is imported');
          await person.go(`/plans/${plan}/audit`);
          await shows(page.getByRole('main'), 'Column “Thing” said to be the action');
        },
        screen,
      );
    },
  );

  it('given the preview that asks, then it fits every window, and axe finds nothing', async () => {
    const person = await open('manager');
    await bringAxe(person.context);
    await upload(person, 'quayside-look');
    await shows(person.page.getByRole('heading', { level: 2 }), 'What are these columns?');
    for (const width of [360, 640, 1280]) {
      await person.page.setViewportSize({ width, height: 900 });
      expect([width, await overflowOf(person.page)]).toEqual([width, 0]);
      expect(await axeFindings(person.page)).toEqual([]);
    }
    await person.close();
  });
});
