import {
  planNavigation,
  type PlanNavigation,
  type PlanNavigationOf,
} from '../plan-navigation/plan-navigation.ts';

/** The plan that a page of the import is about; its title is `null` where there is no such plan yet. */
export type ImportPlace = Readonly<{
  plan: string;
  title: string | null;
  may: PlanNavigationOf['may'];
}>;

/** The way to the plan's other pages; a plan that is not there has none. */
export const importNavigation = ({ plan, title, may }: ImportPlace): PlanNavigation | null =>
  title === null
    ? null
    : planNavigation({ plan: { id: plan, title }, current: 'import', question: {}, may });
