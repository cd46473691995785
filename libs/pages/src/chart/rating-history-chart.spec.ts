import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { type RatingHistory, ratingHistoryChart } from './rating-history-chart.ts';

const date = must(LocalDate);

// Labels take 16 + 2 × 7.5 = 31 units and the last is kept free, so 959 − 31 = 928 days are a unit each;
// one line of legend takes 22, the axis 26, and a bar begins 2 below its row's top: 22 + 26 + 2 = 50.
const history: RatingHistory = {
  id: 'h',
  title: 'Ratings',
  description: 'One action.',
  from: date('2026-01-01'),
  until: date('2028-07-17'),
  ratings: ['Red', 'Green'],
  rows: [
    {
      label: '7',
      stretches: [
        { rating: 'Red', from: date('2026-01-11'), until: date('2026-02-10') },
        { rating: 'Green', from: date('2026-02-10'), until: date('2026-02-20') },
      ],
    },
  ],
};

describe('ratingHistoryChart', () => {
  it('given thirty days of Red from the eleventh day, then a bar of thirty units from there', () => {
    expect(ratingHistoryChart(history)).toMatch(
      /<g fill="url\(#h-red\)"[^>]*><rect x="41" y="50" width="30" height="14">/u,
    );
  });

  it('given what follows, then its bar begins where the first one ends', () => {
    expect(ratingHistoryChart(history)).toMatch(
      /<g fill="url\(#h-green\)"[^>]*><rect x="71" y="50" width="10" height="14">/u,
    );
  });

  it('given a bar with room for it, then its letter; given none, then none', () => {
    const letters = [
      ...ratingHistoryChart(history).matchAll(/font-weight="700"[^>]*><text[^>]*>([^<]+)</gu),
    ];
    expect(letters.map(([, letter]) => letter)).toEqual(['R']);
  });

  it('given a stretch that began before the picture and lasts beyond it, then it is cut at both ends', () => {
    const rows = [
      {
        label: '7',
        stretches: [{ rating: 'Red', from: date('2020-01-01'), until: date('2030-01-01') }],
      },
    ];
    expect(ratingHistoryChart({ ...history, rows })).toContain('<rect x="31" y="50" width="928"');
  });

  it('given no action at all, then a picture all the same', () => {
    expect(ratingHistoryChart({ ...history, rows: [] })).toMatch(/^<svg .*<\/svg>$/u);
  });

  it('given ratings, then each pattern is defined once, also of one that the legend leaves out', () => {
    const svg = ratingHistoryChart({ ...history, ratings: ['Red'] });
    expect(svg.match(/<pattern id="h-red"/gu)).toHaveLength(1);
    expect(svg.match(/<pattern id="h-green"/gu)).toHaveLength(1);
  });

  it('given a row that leads somewhere, then its label does, and readers of screens hear no more', () => {
    const rows = history.rows.map((row) => ({
      ...row,
      link: { href: '/a?b=1&c=2', words: '7 Open <it>' },
    }));
    const svg = ratingHistoryChart({ ...history, rows });
    expect(svg).toContain('role="group"');
    expect(svg).toMatch(
      /<a href="\/a\?b=1&amp;c=2"><title>7 Open &lt;it&gt;<\/title><text[^>]*>7<\/text><\/a>/u,
    );
    // All bars stand within what is hidden.
    const hidden = /<g aria-hidden="true">([\s\S]*)<\/g><g text-anchor="end"/u.exec(svg)?.[1] ?? '';
    expect(hidden.match(/<rect /gu)).toHaveLength(4);
    expect(ratingHistoryChart(history)).not.toContain('aria-hidden');
  });

  it('given room for longer labels, then time begins further right, as in the picture beside it', () => {
    // Labels of 10 characters take 16 + 75 = 91 units: 868 are left for the 928 days.
    const svg = ratingHistoryChart({ ...history, labelLength: 10 });
    expect(svg).toContain('<rect x="100.4" y="50" width="28"');
  });
});
