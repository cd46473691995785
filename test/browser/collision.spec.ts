import { it } from 'vitest';
import { inBrowser } from './kit/in-browser.ts';
import { rowOf } from './kit/plan-page.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

inBrowser('two managers at one action', ({ as }) => {
  it.each([
    { screen: desk, ref: '2' },
    { screen: phone, ref: '12' },
    { screen: plain, ref: '14' },
  ])(
    'given both have its form open $screen.name, when one has said Red, then the other is told so, nothing is overwritten, and what they say again counts',
    async ({ screen, ref }) => {
      await as(
        'manager',
        async (second) => {
          await second.go(`/plans/harbour/actions/${ref}/rate`);
          const { page } = second;
          await page.getByRole('radio', { name: 'Green', exact: true }).check();
          await page.getByLabel('Why?').fill('It has gone well since');

          await as('administrator', async (first) => {
            await first.go(`/plans/harbour/actions/${ref}/rate`);
            await first.page.getByRole('radio', { name: 'Red', exact: true }).check();
            await first.page.getByLabel('Why?').fill('The money ends in March');
            await first.page.getByRole('button', { name: 'Save the rating' }).click();
            await shows(first.page.getByRole('alert'), 'Red');
          });

          await second.refused(409, () =>
            page.getByRole('button', { name: 'Save the rating' }).click(),
          );
          const conflict = page.getByRole('alert').filter({ hasText: 'Changed meanwhile' });
          await shows(conflict, /Ottoline Marsh.*because “The money ends in March”/u);
          await shows(conflict, 'Nothing was saved, and nothing of theirs was overwritten.');
          await shows(page.getByLabel('Why?'), 'It has gone well since');

          await as('reader', async (reader) => {
            await reader.go('/plans/harbour');
            await shows(rowOf(reader.page, ref).locator('td').nth(1), 'Red');
          });

          await conflict.getByRole('button', { name: 'Keep mine' }).click();
          const history = page.locator('.app-history').getByRole('listitem');
          await shows(history, /Red → Green by Rhoda Tansley.*because “It has gone well since”/u);
          await shows(history, /Amber → Red by Ottoline Marsh.*because “The money ends in March”/u);
        },
        screen,
      );
    },
  );
});
