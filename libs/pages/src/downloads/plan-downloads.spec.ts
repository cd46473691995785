import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planDownloads } from './plan-downloads.ts';

const hrefs = (...of: Parameters<typeof planDownloads>): ReadonlyArray<string> =>
  planDownloads(...of).flatMap(({ links }) => links.map(({ href }) => href));

describe('what a plan can be saved as', () => {
  it('given today, then each kind at its own address', () => {
    expect(hrefs('harbour', {})).toEqual(
      ['docx', 'pdf', 'html', 'md', 'xlsx', 'csv'].map((kind) => `/plans/harbour/papers/${kind}`),
    );
  });

  it('given other dates, and since when, then files of those', () => {
    const question = {
      asOf: must(LocalDate)('2026-03-31'),
      knownAt: { _tag: 'AtOrdinal', ordinal: must(Ordinal)(12) },
    } as const;
    expect(hrefs('harbour', question, must(LocalDate)('2025-12-31'))[0]).toBe(
      '/plans/harbour/papers/docx?since=2025-12-31&asOf=2026-03-31&knownAt=12',
    );
  });
});
