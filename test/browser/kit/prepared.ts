import { exampleTemplate } from '@trackrecord/papers';
import { sampleFile } from '../../journeys/harbour-year.ts';
import type { Person } from './in-browser.ts';

/** Addresses that nothing links to once somebody has moved on. */
export type Prepared = Readonly<{ recorded: string; rejected: string }>;

const upload = async ({ page, go }: Person): Promise<void> => {
  await go('/plans/harbour/import');
  await page.getByLabel('Choose the document').setInputFiles(sampleFile('plan-2025-q2.txt'));
  await page.getByLabel('Which date does the document speak of?').fill('31/12/2025');
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  const card = page.getByRole('region', { name: 'Doubtful places' }).locator('li').first();
  await card.getByText('Put it right by hand').click();
  await card.getByLabel('Its words').fill('What the line says now');
  await card.getByRole('button', { name: 'Use these words' }).click();
  await page.getByRole('region', { name: 'Put right by hand' }).waitFor();
};

const rejected = async ({ page, go, refused }: Person): Promise<string> => {
  await go('/imports/new');
  await page
    .getByLabel('Choose the document')
    .setInputFiles({ name: 'menu.txt', mimeType: 'text/plain', buffer: Buffer.from('Soup\n') });
  await page.getByLabel('Which date does the document speak of?').fill('31/12/2025');
  await refused(422, () => page.getByRole('button', { name: 'Show what it would do' }).click());
  const link = page.getByRole('link', { name: 'Download it as you sent it' });
  return (await link.getAttribute('href')) ?? '';
};

const review = async ({ page, go }: Person): Promise<string> => {
  await go('/plans/harbour/review');
  await page.getByRole('group', { name: 'Action 4', exact: true }).getByLabel('Note').fill('Well.');
  await page.getByRole('button', { name: 'Record all', exact: true }).click();
  await page.waitForURL('**/review/recorded?**');
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
};

/** Somebody joins an organisation, which they can then leave. */
const join = async ({ page, go }: Person): Promise<void> => {
  await go('/parties');
  await page.getByRole('link', { name: 'I. Farrow', exact: true }).click();
  await page.waitForURL(/\/parties\/p-/u);
  await go(`${new URL(page.url()).pathname}/join`);
  await page.getByLabel('Which organisation?').selectOption('HVVA');
  await page.locator('#change').getByRole('button').click();
  await page.waitForURL(/\/parties\/p-[^/]+$/u);
};

/** Somebody gets no more reminders, which can begin again then. */
const stop = async ({ page, go }: Person): Promise<void> => {
  await go('/parties');
  await page.getByRole('link', { name: 'Callum Prewitt', exact: true }).click();
  await page.waitForURL(/\/parties\/p-/u);
  await go(`${new URL(page.url()).pathname}/stop-reminders`);
  await page.locator('#change').getByRole('button').click();
  await page.waitForURL(/\/parties\/p-[^/]+$/u);
};

/** News is sent to nobody: nothing listens there. */
const webhook = async ({ page, go }: Person): Promise<void> => {
  await go('/administration/webhooks/new');
  await page.getByLabel('What is it called?').fill('Case system');
  await page.getByLabel('Which address is called?').fill('http://127.0.0.1:9/news');
  await page.getByLabel('Rating changed', { exact: true }).check();
  await page.getByRole('button', { name: 'Register the webhook' }).click();
  await page.waitForURL(/\/webhooks\/w-/u);
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('A test is on its way').waitFor();
};

/** Papers have a look: the example's. */
const template = async ({ page, go }: Person): Promise<void> => {
  await go('/administration/paper-template');
  await page.getByLabel('Choose the template').setInputFiles({
    name: 'ours.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await exampleTemplate()),
  });
  await page.getByRole('button', { name: 'Use this template' }).click();
  await page.getByText('is used since').waitFor();
};

/** Does what some pages are only there for: an upload waits, one was rejected, a review was filled in, a target dropped. */
export const prepare = async (person: Person): Promise<Prepared> => {
  const { page, go } = person;
  await upload(person);
  await join(person);
  await stop(person);
  await webhook(person);
  await template(person);
  await go('/plans/harbour/targets/1a/dropped');
  await page.getByLabel('Why?').fill('Another plan has it now');
  await page.locator('#change').getByRole('button').click();
  await page.waitForURL(/\/targets(#.*)?$/u);
  await go('/plans/harbour/indicators/ni-901/record');
  await page.getByLabel('For which period?').fill('2025');
  await page.getByLabel('Value', { exact: true }).fill('17');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.waitForURL(/\/ni-901(#.*)?$/u);
  return { rejected: await rejected(person), recorded: await review(person) };
};
