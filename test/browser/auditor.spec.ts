import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { changeOffers } from './kit/change-links.ts';
import { type Downloaded, downloaded } from './kit/downloaded.ts';
import { inBrowser } from './kit/in-browser.ts';
import { within } from './kit/plan-page.ts';
import { columnOf, readCsv } from './kit/read-csv.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

/** What a spreadsheet would run, were it not told to be text. */
const formula = '=HYPERLINK("http://x.example","the hall")';

/** What was said of ratings on the command line in the second half of the year, as ANSWERS.md has it. */
const saidByHand = ['13', '7', '5', '18', '8', '29'];

const filter = async (page: Page): Promise<void> => {
  const form = page.getByRole('search');
  await form.locator('summary').click();
  await form.getByLabel('Who', { exact: true }).fill('Rhoda Tansley');
  await form.getByLabel('Field').selectOption({ label: 'Rating' });
  await form.getByLabel('How it was recorded').selectOption({ label: 'On the command line' });
  await form.getByLabel('Recorded from').fill('1/7/2025');
  await form.getByLabel('Recorded to').fill('31/12/2025');
  await form.getByRole('button', { name: 'Apply' }).click();
};

const saved = (page: Page, kind: 'CSV' | 'JSON'): Promise<Downloaded> =>
  downloaded(page, () =>
    page.getByRole('button', { name: new RegExp(`as ${kind}$`, 'u') }).click(),
  );

const text = ({ bytes }: Downloaded): string => new TextDecoder().decode(bytes);

inBrowser('an auditor', ({ as }) => {
  it.each([desk, phone, plain])(
    'given the audit trail of a plan, when they filter it $name and save it, then page and files hold the same lines, and the files say of what',
    async (screen) => {
      await as(
        'auditor',
        async ({ page, go }) => {
          await go('/plans/harbour');
          await within(page, 'Audit trail');
          await filter(page);
          await shows(page.getByRole('status'), '6 lines');

          const csv = await saved(page, 'CSV');
          expect(csv.name).toMatch(/\.csv$/u);
          const rows = readCsv(csv.bytes);
          const words = rows.slice(0, 6).flat().join(' ');
          for (const said of ['Rhoda Tansley', 'rating', 'command line', '2025'])
            expect(words).toContain(said);
          const head = rows.findIndex((row) => row.includes('subject'));
          expect(columnOf(rows.slice(head), 'subject').toSorted()).toEqual(
            saidByHand.map((ref) => `action ${ref}`).toSorted(),
          );

          const json = JSON.stringify(JSON.parse(text(await saved(page, 'JSON'))));
          expect(json).toContain('recorded or taken back by Rhoda Tansley');
          for (const ref of saidByHand) expect(json).toContain(`"Action ${ref}: `);
        },
        screen,
      );
    },
  );

  it('given words that a spreadsheet would run, when the trail is saved, then the table has them as text, and the data as they are', async () => {
    await as('manager', async ({ page, go }) => {
      await go('/plans/harbour/actions/3/rate');
      await page.getByRole('radio', { name: 'Red' }).check();
      await page.getByLabel('Why?').fill(formula);
      await page.getByRole('button', { name: 'Save the rating' }).click();
      await shows(page.getByRole('alert'), 'Red');
    });
    await as('auditor', async ({ page, go }) => {
      await go('/plans/harbour/audit?subject=3');
      const rows = readCsv((await saved(page, 'CSV')).bytes);
      const head = rows.findIndex((row) => row.includes('subject'));
      expect(columnOf(rows.slice(head), 'why')).toContain(`'${formula}`);
      expect(text(await saved(page, 'JSON'))).toContain(JSON.stringify(formula));
    });
  });

  it('given any page of a plan, then nothing on it offers a change, and forms at their own address are refused', async () => {
    await as('auditor', async ({ page, go, refused }) => {
      for (const path of [
        '',
        '/actions/7',
        '/owed',
        '/changes',
        '/reviews',
        '/documents',
        '/audit',
      ]) {
        await go(`/plans/harbour${path}`);
        expect(await changeOffers(page)).toEqual([]);
      }
      await refused(403, () => go('/plans/harbour/actions/7/rate'));
      await refused(403, () => go('/plans/harbour/review'));
      await refused(403, () => go('/administration'));
    });
  });
});
