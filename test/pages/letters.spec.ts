import type { Digest, DigestItem } from '@trackrecord/application/ports';
import { LocalDate } from '@trackrecord/kernel';
import { writeLetter } from '@trackrecord/notifications';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { axeFindings, bringAxe, overflowOf } from './faults-of.ts';
import { lookupChromium, sharedChromium } from './stage.ts';

const date = must(LocalDate);

const ratings = [
  'Red',
  'Red/Amber',
  'Amber',
  'Amber/Green',
  'Green',
  'Complete',
  'Not started',
  null,
  'On hold',
];

const item = (number: number): DigestItem => ({
  name: `Action ${number}`,
  action: String(number),
  title: 'Open a breakfast club in each school of the harbour wards',
  reasons: ['An update was due on 1 March 2026'],
  rating: ratings[number % ratings.length] ?? null,
  dueOn: date('2026-03-01'),
  daysOverdue: 6 - number,
  lastWords: { text: 'Four clubs are open.', on: date('2026-01-12'), by: 'M. Reed' },
  answerAt: `https://plans.example.org/answer/${'abcdefgh'.repeat(20)}`,
  escalatedFrom: null,
});

const digest: Digest = {
  plan: 'Harbour and Vale action plan',
  to: { name: 'Mary Reed', isOrganisation: false },
  on: date('2026-03-22'),
  items: [item(2)],
  manager: { name: 'Jo Lane', address: 'jo@harbour.example' },
  linksEndOn: date('2026-04-21'),
  planAt: 'https://plans.example.org/plans/harbour-and-vale',
  stopAt: 'https://plans.example.org/stop/def',
  isNewLink: false,
};

const long = 'w'.repeat(600);

const endless: Digest = {
  ...digest,
  plan: long,
  to: { name: long, isOrganisation: true },
  manager: { name: long, address: `${long.slice(0, 60)}@harbour.example` },
  items: [
    {
      ...item(1),
      name: long,
      title: long,
      reasons: [long],
      rating: long,
      lastWords: { text: long, on: date('2026-01-12'), by: long },
      escalatedFrom: { names: [long], because: 'not answered' },
    },
  ],
};

const ofEveryRating: Digest = { ...digest, items: ratings.map((_, at) => item(at)) };

const looked = [
  { name: 'one thing', letter: digest, width: 700, colours: 'light' },
  { name: 'a thing of every rating', letter: ofEveryRating, width: 360, colours: 'light' },
  { name: 'a thing of every rating', letter: ofEveryRating, width: 700, colours: 'dark' },
  { name: 'names and words without end', letter: endless, width: 360, colours: 'light' },
] as const;

const here = lookupChromium() !== undefined;
if (!here)
  console.warn('Skipped: no Chromium here; TRACKRECORD_TEST_CHROMIUM may say where it is.');

describe.skipIf(!here)('letters in a browser', () => {
  it.each(looked)(
    'given $name at $width in $colours, then nothing is loaded, nothing scrolls sideways, and axe finds nothing',
    async ({ letter, width, colours }) => {
      const browser = await sharedChromium();
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: colours,
      });
      const asked: Array<string> = [];
      await bringAxe(context);
      await context.route('**/*', (route) => {
        asked.push(route.request().url());
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: writeLetter(letter).html,
        });
      });
      const page = await context.newPage();
      await page.goto('http://letter.test/', { waitUntil: 'load' });
      expect(await overflowOf(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      // A browser asks for an icon by itself.
      expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual(['http://letter.test/']);
      await context.close();
    },
  );
});
