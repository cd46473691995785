import type { PunctualityAnswer } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { months, type PunctualityCounts } from '@trackrecord/read-models';
import { chartFigure } from '../chart/chart-figure.ts';
import { type BarSeries, stackedBars } from '../chart/stacked-bars.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { partyPath } from '../parties/party-links.ts';
import { count } from '../words/count.ts';
import { ukDate, ukNumbersDate } from '../words/uk-date.ts';
import {
  policyPath,
  punctualityPath,
  remindersNavigation,
  type RemindersOf,
} from './reminders-navigation.ts';

/** Who answers a plan's reminders in time. */
export type PunctualityPageOf = RemindersOf &
  Readonly<{
    answer: PunctualityAnswer;
    /** As it was typed. */
    period: Readonly<{ from: string; to: string }>;
    errors: FormErrors;
  }>;

/** From the bottom of each column up: what is good stands on the ground. */
const series: ReadonlyArray<BarSeries & Readonly<{ of: 'inTime' | 'late' | 'open' | 'never' }>> = [
  { of: 'inTime', name: 'In time', fill: '#0f7a52', ink: '#ffffff', strokes: '' },
  {
    of: 'late',
    name: 'Late',
    fill: '#f3c13a',
    ink: '#0b0c0c',
    strokes: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  },
  { of: 'open', name: 'Not due yet', fill: '#ffffff', ink: '#0b0c0c', strokes: 'M0 2h8M0 6h8' },
  { of: 'never', name: 'Never', fill: '#ca3535', ink: '#ffffff', strokes: 'M0 0l8 8M8 0L0 8' },
];

/** So many columns have room for their labels. */
const mostColumns = 8;

const shortMonth = (date: LocalDate): string =>
  (months[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3);

/** "Apr–Jun 2026". */
export const quarterInWords = ({ from, to }: Readonly<{ from: LocalDate; to: LocalDate }>) =>
  `${shortMonth(from)}–${shortMonth(to)} ${to.slice(0, 4)}`;

const daysInWords = (days: number | null): string =>
  days === null ? '–' : count(days, 'day').replace('.5', '½').replace(/^0½/u, '½');

const cells = ({ asked, inTime, late, never, open, medianDays }: PunctualityCounts) => ({
  ...{ asked, inTime, late, never, open },
  median: daysInWords(medianDays),
});

const chartOf = ({ all }: PunctualityAnswer): string =>
  chartFigure(
    stackedBars({
      id: 'punctuality',
      title: 'What came of what was asked for, by quarter',
      description:
        'A column a quarter, by when something was asked for first. Every number is in the tables below.',
      series,
      columns: all.quarters.slice(-mostColumns).map((quarter) => ({
        label: quarterInWords(quarter),
        values: series.map(({ of }) => quarter[of]),
      })),
    }),
    'What came of what was asked for, by quarter',
  );

const summaryOf = ({ all, asOf }: PunctualityAnswer): string =>
  `${count(all.asked, 'thing')} asked for by ${ukDate(asOf)}: ${all.inTime} answered in time, ${all.late} late, ${all.never} never, ${all.open} not due yet.`;

const csvHref = (base: string, { from, to }: PunctualityPageOf['period']): string => {
  const query = new URLSearchParams({
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    format: 'csv',
  });
  return `${base}?${query.toString()}`;
};

/** The page: its title for the frame, and its content. */
export const punctualityPage = (
  of: PunctualityPageOf,
): Readonly<{ title: string; content: string }> => {
  const { plan, answer, period, errors } = of;
  const base = punctualityPath(plan.id);
  const isAsked = period.from !== '' || period.to !== '';
  return {
    title: `Who answers in time – ${plan.title}`,
    content: renderTemplate('reminders/punctuality.njk', {
      ...remindersNavigation(of, 'punctuality'),
      plan: plan.title,
      action: base,
      from: period.from,
      to: period.to,
      errors,
      clearHref: isAsked ? base : null,
      example: ukNumbersDate(answer.asOf),
      summary: answer.all.asked === 0 ? '' : summaryOf(answer),
      chart: answer.all.quarters.length === 0 ? null : chartOf(answer),
      csvHref: csvHref(base, period),
      parties: answer.parties.map(({ party, quarters, ...theirs }) => ({
        name: party.name,
        href: partyPath(party.id),
        ...cells(theirs),
        quarters: quarters
          .filter(({ asked }) => asked > 0)
          .map((quarter) => ({ name: quarterInWords(quarter), ...cells(quarter) })),
      })),
      all: cells(answer.all),
      quarters: answer.all.quarters.map((quarter) => ({
        name: quarterInWords(quarter),
        ...cells(quarter),
      })),
      empty:
        answer.all.asked > 0
          ? null
          : {
              text: isAsked
                ? 'Nothing was asked for in this time'
                : 'Nothing has been asked for yet',
              hint: 'Who answers in time is told once reminders have gone out.',
              links: isAsked
                ? [{ text: 'Show all', href: base }]
                : [{ text: 'How reminders go out', href: policyPath(plan.id) }],
            },
    }),
  };
};
