import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { markIn } from '../../journeys/kit/signed-in.ts';

/** Somebody at a browser. */
type AtBrowser = Readonly<{ page: Page; go: (address: string) => Promise<unknown> }>;

/** The password of everybody in the sample. */
export const samplePassword = 'harbour-and-vale';

/** Signs in by the page, and is then somewhere else. */
export const signIn = async (
  { page, go }: AtBrowser,
  signInName: string,
  password = samplePassword,
): Promise<void> => {
  await go('/sign-in');
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(new URL(page.url()).pathname).not.toBe('/sign-in');
};

/** Signs in as a browser does, without a page to look at: for journeys that are about something else. */
export const enter = async (
  { request }: BrowserContext,
  url: string,
  signInName: string,
): Promise<void> => {
  const form = await (await request.get(`${url}/sign-in`)).text();
  const answer = await request.post(`${url}/sign-in`, {
    form: { signInName, password: samplePassword, _csrf: markIn(form) },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
};
