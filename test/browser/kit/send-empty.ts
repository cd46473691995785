import type { Page } from 'playwright-core';
import type { Person } from './in-browser.ts';

/** Empties a form's fields; a date becomes words that are none, since an empty one may mean today. */
const emptied = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const form = document.querySelector('main form[method="post" i]:has(input[type=text], input[type=password], textarea)');
    if (form === null) return 0;
    const fields = [...form.querySelectorAll('input[type=text], input[type=password], input:not([type]), textarea')];
    for (const field of fields) field.value = /^\\d+\\/\\d+\\/\\d{4}$/.test(field.value) ? 'some day' : '';
    for (const box of form.querySelectorAll('input[type=checkbox], input[type=radio]')) box.checked = false;
    form.setAttribute('data-sent-empty', '');
    return fields.length;
  })()`);

/**
 * Sends the form of a page with nothing in it that can be taken.
 * @returns whether there was one
 */
export const sendEmpty = async ({ page, refused }: Person): Promise<boolean> => {
  if ((await emptied(page)) === 0) return false;
  await refused([400, 422], async () => {
    const loaded = page.waitForEvent('load');
    await page.evaluate(`(() => {
      const form = document.querySelector('[data-sent-empty]');
      const main = [...form.querySelectorAll('.govuk-button:not(.govuk-button--secondary)')];
      form.requestSubmit(main.at(-1) ?? form.querySelector('button'));
    })()`);
    await loaded;
  });
  return true;
};
