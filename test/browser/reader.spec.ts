import { expect, it } from 'vitest';
import { changeOffers } from './kit/change-links.ts';
import { downloaded } from './kit/downloaded.ts';
import { inBrowser } from './kit/in-browser.ts';
import { lookAt, openAction, rowOf, within } from './kit/plan-page.ts';
import { columnOf, readCsv } from './kit/read-csv.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

inBrowser('an analyst who looks back', ({ as }) => {
  it.each([desk, phone, plain])(
    'given the plan, when they go to June $name, then every page that they come to stays there until they go back, and the table that they save is of that day',
    async (screen) => {
      await as(
        'reader',
        async ({ page, go }) => {
          await go('/plans/harbour');
          await lookAt(page, { asOf: '2025-06-30' });
          const bar = page.getByRole('region', { name: 'Dates' });
          await shows(bar, 'You are looking at the plan as of 30 June 2025, as known today.');
          // Rated by the Board on the day itself: Amber in the paper, and Amber again by the year's end.
          await shows(rowOf(page, '22'), 'Red');

          await openAction(page, '22');
          await shows(bar, 'as of 30 June 2025');
          await within(page, 'Updates owed');
          await shows(bar, 'as of 30 June 2025');
          await within(page, 'Plan');
          await shows(bar, 'as of 30 June 2025');

          const { bytes } = await downloaded(page, () =>
            page.getByRole('link', { name: 'This page as CSV' }).click(),
          );
          const rows = readCsv(bytes);
          const refs = columnOf(rows, 'ref');
          const red = columnOf(rows, 'rating').flatMap((rating, at) =>
            rating === 'Red' ? [refs[at]] : [],
          );
          expect(red).toEqual(['3', '10', '18', '21', '22', '31']);

          const paper = await downloaded(page, () =>
            page.getByRole('link', { name: 'Web page (Board paper)' }).click(),
          );
          expect(paper.name).toBe('harbour-2025-06-30.html');
          expect(Buffer.from(paper.bytes).toString('utf8')).toContain(
            '<li>As of 30 June 2025</li>',
          );

          await page.getByRole('link', { name: 'Back to today' }).click();
          await shows(bar, 'Today, 15 January 2026');
          await shows(rowOf(page, '22'), 'Red');
        },
        screen,
      );
    },
  );

  it('given a date before the plan began, then it says so, and the first date is one link away', async () => {
    await as('reader', async ({ page, go, refused }) => {
      await go('/plans/harbour');
      await refused(404, () => lookAt(page, { asOf: '2025-03-30' }));
      await shows(page.getByRole('main'), 'It begins on 31 March 2025');
      await page.getByRole('link', { name: /31 March 2025/u }).click();
      await shows(page.getByRole('region', { name: 'Dates' }), 'as of 31 March 2025');
      await shows(page.getByRole('heading', { level: 1 }), 'Harbour and Vale Partnership');
    });
  });

  it('given a reader, then no page offers a change, and the audit trail is refused', async () => {
    await as('reader', async ({ page, go, refused }) => {
      await go('/plans/harbour/actions/22');
      expect(await changeOffers(page)).toEqual([]);
      await refused(403, () => go('/plans/harbour/actions/22/rate'));
      await refused(403, () => go('/plans/harbour/import'));
    });
  });
});
