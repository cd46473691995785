import type { Locator, Page } from 'playwright-core';

/** The row of an action on a plan's page, or on the page of what changed in it. */
export const rowOf = (page: Page, ref: string): Locator =>
  page.locator('main tr', { has: page.locator('th', { hasText: new RegExp(`^${ref}$`, 'u') }) });

/** Opens an action from a page that lists it. */
export const openAction = async (page: Page, ref: string): Promise<void> => {
  await rowOf(page, ref).getByRole('link').first().click();
  await page.getByText(`Action ${ref}`, { exact: true }).first().waitFor();
};

/** Goes to another page of the plan by the plan's own navigation. */
export const within = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Pages of' })
    .getByRole('link', { name, exact: true })
    .click();
};

/** Moves a page to other dates by its date bar. */
export const lookAt = async (
  page: Page,
  dates: Readonly<{ asOf?: string; knownAt?: string }>,
): Promise<void> => {
  const bar = page.getByRole('region', { name: 'Dates' });
  await bar.getByText(/other dates|Change the dates/u).click();
  if (dates.asOf !== undefined) await bar.getByLabel('As of').fill(dates.asOf);
  if (dates.knownAt !== undefined) await bar.getByLabel('Known at').fill(dates.knownAt);
  await bar.getByRole('button', { name: 'Show' }).click();
};
