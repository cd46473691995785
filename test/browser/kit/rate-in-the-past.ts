import type { Page } from 'playwright-core';
import { lookAt, openAction, rowOf, within } from './plan-page.ts';
import { shows } from './shows.ts';

/** An action that has had another rating for some days, and somebody who says so today, 15 January 2026. */
export type LateRating = Readonly<{
  ref: string;
  from: string;
  to: 'Red' | 'Amber' | 'Green';
  /** Of the two ratings in words: "Rated worse". */
  how: string;
}>;

/** The ordinal that the page was answered at, as its foot says. */
const ordinalOf = async (page: Page): Promise<string> =>
  /ordinal (\d+)/u.exec(await page.getByRole('contentinfo').innerText())?.[1] ?? '';

/** From a plan's page: says that an action has had another rating since 12 January 2026. Ends at the action. */
const sayIt = async (page: Page, { ref, from, to }: LateRating): Promise<void> => {
  await openAction(page, ref);
  await page.getByRole('link', { name: 'Change the rating' }).click();
  await page.getByRole('radio', { name: to, exact: true }).check();
  await page.getByLabel('When did this become true?').fill('12/1/2026');
  await page.getByLabel('Why?').fill('The hall is shut until March');
  await page.getByRole('button', { name: 'Save the rating' }).click();
  await shows(page.getByRole('alert'), 'Recorded today, true since 12 January 2026.');
  await shows(
    page.locator('.app-history').getByRole('listitem'),
    `${from} → ${to} by Rhoda Tansley on 12 January 2026, recorded on 15 January 2026 at 10:00, because “The hall is shut until March”.`,
  );
};

/**
 * A manager's work on one action, begun and ended at the plan's page: she rates it with a date in the past, and sees it
 * in the plan, in the action's history, among the changes since the year's end, and not in the plan that was known.
 */
export const rateInThePast = async (page: Page, late: LateRating): Promise<void> => {
  const rating = rowOf(page, late.ref).locator('td').nth(1);
  await shows(rating, late.from);
  const known = await ordinalOf(page);

  await sayIt(page, late);
  await within(page, 'Plan');
  await shows(rating, late.to);

  await within(page, 'Changes');
  await page.getByLabel('From', { exact: true }).fill('31/12/2025');
  await page.getByLabel('To', { exact: true }).fill('15/1/2026');
  await page.getByRole('button', { name: 'Show changes' }).click();
  await shows(rowOf(page, late.ref), new RegExp(`${late.how}.*${late.from}.*${late.to}`, 'u'));

  await within(page, 'Plan');
  await lookAt(page, { knownAt: known });
  await shows(page.getByRole('region', { name: 'Dates' }), `known at ordinal ${known}`);
  await shows(rating, late.from);
  await page.getByRole('link', { name: 'Back to today' }).click();
  await shows(rating, late.to);
};
