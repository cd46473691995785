import { it } from 'vitest';
import { inBrowser } from './kit/in-browser.ts';
import { rowOf, within } from './kit/plan-page.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

inBrowser('a board', ({ as }) => {
  it.each([desk, phone, plain])(
    'given its review of June, when a member looks at the plan $name as the board saw it, then what was told late is not in it',
    async (screen) => {
      await as(
        'reader',
        async ({ page, go }) => {
          await go('/plans/harbour');
          await within(page, 'Reviews');
          await page
            .getByRole('link', { name: /The plan as that board saw it\s*, 30 June 2025/u })
            .click();
          await shows(page.getByRole('region', { name: 'Dates' }), 'as of 30 June 2025');
          // By the Board itself, on the day.
          await shows(rowOf(page, '22').locator('td').nth(1), 'Red');
          await shows(rowOf(page, '13').locator('td').nth(1), 'Amber');
        },
        screen,
      );
    },
  );
});
