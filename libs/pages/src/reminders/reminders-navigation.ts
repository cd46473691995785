import type { Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import {
  type PlanNavigation,
  planNavigation,
  type PlanNavigationOf,
} from '../plan-navigation/plan-navigation.ts';

/** The plan whose reminders a page is about, and what whoever looks may do with it. */
export type RemindersOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  question: Question;
  may: PlanNavigationOf['may'];
}>;

/** The pages about a plan's reminders. */
export type RemindersPart = 'sent' | 'policy' | 'punctuality';

type Way = Readonly<{ text: string; href: string; current: boolean }>;

export const remindersPath = (plan: string): string =>
  `/plans/${encodeURIComponent(plan)}/reminders`;

export const policyPath = (plan: string): string => `${remindersPath(plan)}/policy`;

export const punctualityPath = (plan: string): string =>
  `/plans/${encodeURIComponent(plan)}/punctuality`;

/** Where one message is shown. */
export const messagePath = (
  plan: string,
  { on, message }: Readonly<{ on: string; message: number }>,
): string => `${remindersPath(plan)}/${on}/${message}`;

/** The way between the pages about a plan's reminders, below the way between all pages of the plan. */
export const remindersNavigation = (
  { plan, question, may }: RemindersOf,
  part: RemindersPart | null,
): Readonly<{ navigation: PlanNavigation; parts: ReadonlyArray<Way> }> => {
  const way = (own: RemindersPart, text: string, href: string): Way => ({
    text,
    href: withDates(href, question),
    current: own === part,
  });
  return {
    navigation: planNavigation({ plan, current: 'reminders', question, may }),
    parts: [
      way('sent', 'What was sent', remindersPath(plan.id)),
      way('policy', 'How reminders go out', policyPath(plan.id)),
      way('punctuality', 'Who answers in time', punctualityPath(plan.id)),
      {
        text: 'Updates owed',
        href: withDates(`/plans/${encodeURIComponent(plan.id)}/owed`, question),
        current: false,
      },
    ],
  };
};
