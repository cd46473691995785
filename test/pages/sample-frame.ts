import { type AssetLinks, type DateBar, type Frame, noErrors } from '@trackrecord/pages';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';

const date = must(LocalDate);

/** The bar on today, on a plan with two documents. */
export const dateBarToday: DateBar = {
  here: '/plans/harbour?rating=Red',
  subject: 'the plan',
  today: date('2026-11-22'),
  question: {},
  asOf: date('2026-11-22'),
  ordinal: must(Ordinal)(812),
  documents: [
    { value: 'harbour-plan-2026.txt', name: 'harbour-plan-2026.txt', on: date('2026-01-05') },
    { value: 'harbour-june-paper.txt', name: 'harbour-june-paper.txt', on: date('2026-06-30') },
  ],
};

/** The bar on a past date, as known soon after it. */
export const dateBarElsewhere: DateBar = {
  ...dateBarToday,
  question: { asOf: date('2026-06-30'), knownAt: { _tag: 'AtEndOf', date: date('2026-07-01') } },
  asOf: date('2026-06-30'),
  ordinal: must(Ordinal)(455),
};

/** Dates that were refused. */
export const dateBarRefused: DateBar = {
  ...dateBarToday,
  refused: {
    typed: { asOf: '31/2/2026', knownAt: '' },
    errors: [
      {
        field: 'asOf',
        message:
          'As of: “31/2/2026” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.',
      },
    ],
  },
};

/** A frame as a manager sees it. */
export const sampleFrame = (assets: AssetLinks): Frame => ({
  title: 'Harbour and Vale Children’s Plan 2026 to 2029',
  serviceName: 'Trackrecord',
  visitor: {
    name: 'Rhoda Tansley',
    roles: 'manager of Harbour and Vale',
    accountHref: '/account',
  },
  navigation: [
    { text: 'Plans', href: '/plans', current: true },
    { text: 'Updates owed', href: '/owed' },
    { text: 'Audit trail', href: '/audit' },
    { text: 'People and organisations', href: '/parties' },
    { text: 'Administration', href: '/administration' },
  ],
  breadcrumbs: [
    { text: 'Plans', href: '/plans' },
    { text: 'Harbour and Vale', href: '/partnerships/harbour' },
  ],
  dateBar: dateBarToday,
  dataLinks: [
    { text: 'JSON', href: '/api/v1/plans/harbour' },
    { text: 'CSV', href: '/api/v1/plans/harbour/actions.csv' },
  ],
  csrfToken: 'made-up-token',
  banner: null,
  errors: noErrors,
  print: false,
  wide: false,
  assets,
});
