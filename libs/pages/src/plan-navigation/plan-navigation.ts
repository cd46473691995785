import type { Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import type { NavigationItem } from '../frame/frame.ts';

/** The pages of one plan that its navigation names. */
export type PlanPage =
  | 'plan'
  | 'changes'
  | 'owed'
  | 'reminders'
  | 'indicators'
  | 'targets'
  | 'rating-history'
  | 'reviews'
  | 'audit'
  | 'import';

/** What every page of a plan says of itself, for the navigation above it. */
export type PlanNavigationOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  /** The page that is shown, or the one that it belongs to: an action belongs to the plan. */
  current: PlanPage;
  /** The dates that the links keep. */
  question: Question;
  /** What whoever looks may do with this plan: a page that they may not open is not offered. */
  may: Readonly<{ audit: boolean; manage: boolean }>;
}>;

/** For the macro `planNavigation` of plan-navigation/plan-navigation.njk. */
export type PlanNavigation = Readonly<{ label: string; items: ReadonlyArray<NavigationItem> }>;

type Entry = Readonly<{
  page: PlanPage;
  text: string;
  path: string;
  needs?: keyof PlanNavigationOf['may'];
}>;

const entries: ReadonlyArray<Entry> = [
  { page: 'plan', text: 'Plan', path: '' },
  { page: 'changes', text: 'Changes', path: '/changes' },
  { page: 'owed', text: 'Updates owed', path: '/owed' },
  { page: 'reminders', text: 'Reminders', path: '/reminders' },
  { page: 'indicators', text: 'Indicators', path: '/indicators' },
  { page: 'targets', text: 'Targets and data needs', path: '/targets' },
  { page: 'rating-history', text: 'Rating history', path: '/rating-history' },
  { page: 'reviews', text: 'Reviews', path: '/reviews' },
  { page: 'audit', text: 'Audit trail', path: '/audit', needs: 'audit' },
  { page: 'import', text: 'Import', path: '/import', needs: 'manage' },
];

/** The way from each page of a plan to its others, on the same dates. */
export const planNavigation = ({
  plan,
  current,
  question,
  may,
}: PlanNavigationOf): PlanNavigation => ({
  label: `Pages of ${plan.title}`,
  items: entries
    .filter(({ needs }) => needs === undefined || may[needs])
    .map(({ page, text, path }) => ({
      text,
      href: withDates(`/plans/${encodeURIComponent(plan.id)}${path}`, question),
      current: page === current,
    })),
});
