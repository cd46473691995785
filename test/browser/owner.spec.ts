import { expect, it } from 'vitest';
import { changeOffers } from './kit/change-links.ts';
import { inBrowser } from './kit/in-browser.ts';
import { rowOf } from './kit/plan-page.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

inBrowser('an owner who is asked for updates', ({ as }) => {
  it.each([
    { screen: desk, asked: 'Is the Thursday drop-in still open?', other: '24' },
    { screen: phone, asked: 'How long is the wait now?', other: '25' },
    { screen: plain, asked: 'Is the second year paid for?', other: '27' },
  ])(
    'given two of hers are asked for, when she answers one $screen.name and says “no change” of the other, then neither is owed any more, and the plan tells her words',
    async ({ screen, asked, other }) => {
      await as('manager', async ({ page, go }) => {
        await go(`/plans/harbour/actions/${other}/assign`);
        await page.getByLabel('Who?', { exact: true }).selectOption('Nuala Finch');
        await page.getByRole('button', { name: 'Save the owner' }).click();
        await shows(page.getByRole('alert'), 'Nuala Finch');
        for (const ref of ['7', other]) {
          await go(`/plans/harbour/actions/${ref}/ask`);
          await page.getByLabel('What do you ask?').fill(asked);
          await page.getByRole('button', { name: 'Ask', exact: true }).click();
          await shows(page.getByRole('listitem'), `“${asked}”`);
        }
      });

      await as(
        'owner',
        async ({ page, go }) => {
          await go('/owed');
          await page.getByRole('link', { name: /^Mine \(/u }).click();
          await rowOf(page, '7').getByRole('link').first().click();
          await page.getByRole('button', { name: 'Answer the request for an update' }).click();
          await shows(page.getByRole('complementary'), asked);
          await page
            .getByLabel('News', { exact: true })
            .fill('The wait is 5 weeks. It stays open.');
          await page.getByRole('button', { name: 'Send the answer' }).click();
          await shows(page.getByRole('region', { name: 'Notes' }), 'The wait is 5 weeks.');
          await shows(page.getByRole('listitem').filter({ hasText: asked }), 'Answered');

          await go('/owed?whose=mine');
          await rowOf(page, other).getByRole('link').first().click();
          await page.getByRole('button', { name: 'Answer the request for an update' }).click();
          await page.getByRole('radio', { name: 'Nothing has changed' }).check();
          await page.getByRole('button', { name: 'Send the answer' }).click();
          await shows(page.getByRole('listitem').filter({ hasText: asked }), 'Answered');

          await go('/owed?whose=mine');
          // Action 24 is answered, and was still to be done by the end of 2025.
          await shows(page.getByRole('main'), 'Mine (1)');
        },
        screen,
      );
    },
  );

  it('given an action that is not hers, then she reads it, finds no way to change it, and is refused at its address', async () => {
    await as('owner', async ({ page, go, refused }) => {
      await go('/plans/harbour/actions/9');
      await shows(page.getByRole('heading', { level: 1 }), 'peer support group');
      expect(await changeOffers(page)).toEqual([]);
      await refused(403, () => go('/plans/harbour/actions/9/rate'));
      await shows(page.getByRole('main'), 'Action 9 is not yours');
    });
  });
});
