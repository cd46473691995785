import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleFile } from '../journeys/harbour-year.ts';
import { lookupRealPlan } from '../journeys/kit/real-plan.ts';
import { inBrowser } from './kit/in-browser.ts';
import { openAction, rowOf, within } from './kit/plan-page.ts';
import { rateInThePast } from './kit/rate-in-the-past.ts';
import { desk, phone, plain } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

/** A plan's document that nobody has imported yet, and what a reader of it knows. */
type NewPlan = Readonly<{
  file: string;
  on: string;
  plan: string;
  actions: number;
  /** A line that may ask for an update, and of whom. */
  doubt: Readonly<{ words: string; ref: string; whom: string }>;
}>;

/** From the form for a new plan: uploads it and looks at what it would make. */
const upload = async (page: Page, { file, on, plan, actions }: NewPlan): Promise<void> => {
  await page.getByLabel('Choose the document').setInputFiles(file);
  await page.getByLabel('Which date does the document speak of?').fill(on);
  await page.getByLabel('Short name of the plan').fill(plan);
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await shows(page.getByRole('heading', { level: 1 }), 'Preview of');
  await shows(page.getByText('Nothing is recorded yet.'), 'Nothing is recorded yet.');
  await shows(page.getByRole('region', { name: 'What it would do' }), `${actions} actions`);
};

/** Puts one doubtful line right by hand, and sees it among what was put right. */
const putRight = async (page: Page, { doubt: { words, whom } }: NewPlan): Promise<void> => {
  const card = page.getByRole('region', { name: 'Doubtful places' }).locator('li', {
    has: page.locator('blockquote', { hasText: words }),
  });
  await card.getByText('Put it right by hand').click();
  await card.getByLabel('It asks for an update. Of whom?').fill(whom);
  await card.getByRole('button', { name: 'It asks for an update' }).click();
  await shows(page.getByRole('region', { name: 'Put right by hand' }), words);
};

const record = async (page: Page, { actions, doubt: { ref, whom } }: NewPlan): Promise<void> => {
  await page.getByRole('button', { name: 'Record' }).click();
  await shows(page.getByRole('alert'), 'is imported');
  await page.getByRole('link', { name: 'See the plan' }).click();
  await shows(page.getByRole('status'), `${actions} actions`);
  await openAction(page, ref);
  await shows(page.getByRole('region', { name: 'Update requests' }), `Asked of ${whom}`);
  await within(page, 'Plan');
};

inBrowser('a manager', ({ as }) => {
  it.each([
    { screen: desk, ref: '5' },
    { screen: phone, ref: '6' },
    { screen: plain, ref: '8' },
  ])(
    'given an action that has been Red since Monday, when she says so on Thursday $screen.name, then the plan, the history and the changes tell it, and the plan known before does not',
    async ({ screen, ref }) => {
      await as(
        'manager',
        async ({ page, go }) => {
          await go('/plans/harbour');
          await rateInThePast(page, { ref, from: 'Amber', to: 'Red', how: 'Rated worse' });
        },
        screen,
      );
    },
  );

  it.each([desk, phone, plain])(
    'given a paper of a new plan, when she imports it $name and puts a doubtful line right, then the plan is there, and the line asks for an update',
    async (screen) => {
      const paper: NewPlan = {
        file: sampleFile('plan-2025-q1.txt'),
        on: '31/3/2025',
        plan: `tidewell-${screen.width}-${screen.javaScript ? 'js' : 'plain'}`,
        actions: 30,
        doubt: { words: 'LINK Project update', ref: '20', whom: 'LINK' },
      };
      await as(
        'manager',
        async ({ page, go }) => {
          await go('/');
          await page.getByRole('button', { name: 'Import a new plan' }).click();
          await upload(page, paper);
          await putRight(page, paper);
          await record(page, paper);
        },
        screen,
      );
    },
  );

  it('given the plan, when she prints it, then all of it is on paper, and nothing that can be pressed', async () => {
    await as('manager', async ({ page, go }) => {
      await go('/plans/harbour');
      await page.emulateMedia({ media: 'print' });
      await shows(
        page.getByText(/^Trackrecord · Harbour and Vale/u),
        'As of today, 15 January 2026',
      );
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.getByRole('search').count()).toBe(0);
      await shows(rowOf(page, '34'), 'Visit the harbour shops');
      const paper = await page.pdf({ format: 'A4' });
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});

const ashford = lookupRealPlan('ashford-1-cypp-2008-2011.txt');

inBrowser('a manager who brings in the plan of Ashford', ({ as }) => {
  it.skipIf(ashford === undefined)(
    'given the document, when she puts a doubtful line right, records it and rates an action late, then plan, history and changes tell it, and the plan known before does not',
    async () => {
      const paper: NewPlan = {
        file: ashford?.path ?? '',
        on: '31/3/2010',
        plan: 'ashford',
        actions: 84,
        doubt: { words: 'WRAP Project update', ref: '23', whom: 'WRAP' },
      };
      expect(readFileSync(paper.file, 'utf8').split('WRAP Project update')).toHaveLength(2);
      await as('manager', async ({ page, go }) => {
        await go('/imports/new');
        await upload(page, paper);
        await putRight(page, paper);
        await record(page, paper);
        await rateInThePast(page, { ref: '27', from: 'Amber', to: 'Green', how: 'Rated better' });
      });
    },
  );
});
