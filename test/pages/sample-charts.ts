import { addMonths, LocalDate } from '@trackrecord/kernel';
import { lineChart, ratingBars, ratingHistoryChart } from '@trackrecord/pages';
import { must } from '@trackrecord/test-kit';

const start = must(LocalDate)('2026-01-01');
const scale = ['Red', 'Amber', 'Amber/Green', 'Green', 'Complete', 'Not started', 'Not rated'];

export const sampleLines = lineChart({
  id: 'lines',
  title: 'Young people not in work or training, 2019/20 to 2025/26',
  description:
    'Harbour fell from 9.1 to 6.2 per cent, the county from 7.0 to 5.8, England stayed near 7.5.',
  unit: 'Per cent of 16 to 18 year olds',
  periods: ['2019/20', '2020/21', '2021/22', '2022/23', '2023/24', '2024/25', '2025/26'],
  series: [
    {
      name: 'Harbour and Vale',
      values: [9.1, 8.8, null, 8.2, 7.4, 6.9, 6.2].map((value, index) =>
        value === null ? null : { value, provisional: index === 6 },
      ),
    },
    { name: 'County', values: [7, 6.9, 6.7, 6.4, 6.2, 6, 5.8].map((value) => ({ value })) },
    { name: 'England', values: [7.5, 7.6, 7.4, 7.6, 7.5, 7.4, 7.5].map((value) => ({ value })) },
    { name: 'Target', values: [9, 8.5, 8, 7.5, 7, 6.5, 6].map((value) => ({ value })) },
  ],
});

export const sampleBars = ratingBars({
  id: 'bars',
  title: 'Ratings by quarter',
  description: 'Red fell from 21 to 9 actions between March 2026 and March 2027.',
  ratings: scale,
  columns: ['Mar 2026', 'Jun 2026', 'Sep 2026', 'Dec 2026', 'Mar 2027'].map((label, index) => ({
    label,
    counts: {
      Red: 21 - index * 3,
      Amber: 30,
      'Amber/Green': 5,
      Green: 14 + index * 3,
      Complete: index * 2,
      'Not started': 6 - index,
      'Not rated': 4,
    },
  })),
});

/** Each action's rating changes every few months, by a rule that is easy to follow. */
export const sampleRatingHistory = (actions: number): string =>
  ratingHistoryChart({
    id: `history-${actions}`,
    title: `Ratings of ${actions} actions`,
    description: 'A row an action, from January 2026 to January 2029.',
    from: start,
    until: addMonths(36)(start),
    ratings: scale,
    rows: Array.from({ length: actions }, (_, row) => ({
      label: String(row + 1),
      stretches: Array.from({ length: 5 }, (__, step) => ({
        rating: scale[(row + step * 3) % scale.length] ?? 'Red',
        from: addMonths(step * 7 + (row % 4))(start),
        until: addMonths((step + 1) * 7 + (row % 4))(start),
      })).filter((_stretch, step) => !(row % 5 === 0 && step === 2)),
    })),
  });
