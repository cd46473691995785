import { expect, it } from 'vitest';
import { inBrowser } from './kit/in-browser.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';
import { signIn } from './kit/sign-in.ts';

const ownPassword = 'a tide table and two oars';

inBrowser('an administrator', ({ as, stranger, url }) => {
  it.each([
    { screen: desk, name: 'Wilf Garrow', signInName: 'w.garrow' },
    { screen: phone, name: 'Edda Brook', signInName: 'e.brook' },
    { screen: plain, name: 'Jory Pell', signInName: 'j.pell' },
  ])(
    'given somebody new, when they get an account and another role $screen.name, then they sign in with what they were told, choose a password of their own, and can sign out everywhere',
    async ({ screen, name, signInName }) => {
      const told = { password: '' };
      await as(
        'administrator',
        async ({ page, go }) => {
          await go('/administration');
          await page.getByRole('button', { name: 'Open an account' }).click();
          await page.getByLabel('Name', { exact: true }).fill(name);
          await page.getByLabel('Sign-in name').fill(signInName);
          await page.getByRole('radio', { name: 'Reader' }).check();
          await page.getByRole('button', { name: 'Open the account' }).click();
          told.password = await page.locator('#shown-once code').innerText();
          await shows(page.getByRole('main'), 'Reader of every plan');

          await page.getByRole('radio', { name: 'Auditor' }).check();
          await page.getByRole('button', { name: 'Give the role' }).click();
          await shows(page.getByRole('main'), 'Auditor of every plan');
          expect(await page.getByText(told.password).count()).toBe(0);
        },
        screen,
      );

      await stranger(async (person) => {
        const { page, go } = person;
        await signIn(person, signInName, told.password);
        await go('/account');
        await page.getByLabel('Password that you have now').fill(told.password);
        await page.getByLabel('New password', { exact: true }).fill(ownPassword);
        await page.getByLabel('New password again').fill(ownPassword);
        await page.getByRole('button', { name: 'Change password' }).click();
        await shows(page.getByRole('alert'), 'password');

        await stranger(async (elsewhere) => {
          await signIn(elsewhere, signInName, ownPassword);
          await go('/account');
          await page.getByRole('button', { name: 'Sign out everywhere' }).click();
          await shows(page.getByRole('heading', { level: 1 }), 'Sign in');
          await elsewhere.go('/');
          await shows(elsewhere.page.getByRole('heading', { level: 1 }), 'Sign in');
        }, screen);
      }, screen);
    },
  );

  it('given a program, when a token is made for it, then it is let in with it, and no more once it is revoked', async () => {
    await as('administrator', async ({ page, go }) => {
      await go('/administration/tokens');
      await page.getByRole('button', { name: 'Make a token' }).click();
      await page.getByLabel('What is it called?').fill('Quarterly figures');
      await page.getByRole('radio', { name: 'Reader' }).check();
      await page.getByLabel('On which plan?').selectOption({ value: 'harbour' });
      await page.getByRole('button', { name: 'Make the token' }).click();
      const token = await page.locator('#shown-once code').innerText();
      const ask = (path: string): Promise<Response> =>
        fetch(`${url()}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

      expect((await ask('/plans/harbour')).status).toBe(200);
      expect((await ask('/plans/vale-schools')).status).toBe(403);

      await go('/administration/tokens');
      expect(await page.getByText(token).count()).toBe(0);
      const row = page.getByRole('row').filter({ hasText: 'Quarterly figures' });
      await shows(row, '15 January 2026');
      await row.getByRole('button', { name: 'Revoke' }).click();
      await shows(page.getByRole('row').filter({ hasText: 'Quarterly figures' }), 'Revoked');
      expect((await ask('/plans/harbour')).status).toBe(401);
    });
  });
});
