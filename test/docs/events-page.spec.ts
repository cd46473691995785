import { readFileSync } from 'node:fs';
import { allEvents } from '@trackrecord/domain';
import { describe, expect, it } from 'vitest';
import { eventsPage, eventsPagePath } from './events-page.ts';

const page = readFileSync(new URL(`../../${eventsPagePath}`, import.meta.url), 'utf8');

describe('docs/events.md', () => {
  it('given the codecs as they are now, then it is what they make: else run npm run docs', async () => {
    expect(page).toBe(await eventsPage());
  });

  it('given every event there is, then each has a section', () => {
    expect(allEvents.filter(({ type }) => !page.includes(`\n### ${type}\n`))).toEqual([]);
  });
});
