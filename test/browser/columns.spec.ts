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

const upload = async ({ page, go }: Person, plan: string, document = paper): Promise<void> => {
  await go('/imports/new');
  await page
    .getByLabel('Choose the document')
    .setInputFiles({ name: `${plan}.html`, mimeType: 'text/html', buffer: Buffer.from(document) });
  await page.getByLabel('Which date does the document speak of?').fill('31/12/2025');
  await page.getByLabel('Short name of the plan').fill(plan);
  await page.getByRole('button', { name: 'Show what it would do' }).click();
};

/** As a script of a page: it keeps what its bar shows. While a page is being left, nobody outside can look at it. */
const keepProgress = `
  const seen = [];
  new MutationObserver(() => {
    const bar = document.querySelector('.app-progress:not([hidden]) progress');
    if (bar === null) return;
    const share = bar.position > 0 && bar.position < 1 ? 'some' : 'none or all';
    seen.push(bar.previousElementSibling.textContent + ': ' + share);
    sessionStorage.setItem('seen', seen.join(', '));
  }).observe(document, { subtree: true, attributes: true, childList: true });
`;

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

  it('given a slow connection, when the document is sent, then a bar shows how much of it has gone', async () => {
    const { page, ...person } = await open('manager');
    const network = await page.context().newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 60_000,
    });
    await page.addInitScript(keepProgress);
    await upload({ page, ...person }, 'quayside-slow', `${paper}<!--${'slow '.repeat(30_000)}-->`);
    await shows(page.getByRole('heading', { level: 1 }), 'Preview of');
    expect(await page.evaluate("sessionStorage.getItem('seen')")).toContain(
      'Sending the document: some',
    );
    expect(person.complaints).toEqual([]);
    await person.close();
  });

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
