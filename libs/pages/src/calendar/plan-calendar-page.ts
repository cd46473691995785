import type { Question } from '@trackrecord/application';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { calendarView, type CalendarShown } from './calendar-shown.ts';

/** The calendar of a plan, for one person. */
export type PlanCalendarOf = Readonly<{
  csrfToken: string;
  plan: Readonly<{ id: string; title: string; status: string }>;
  question: Question;
  may: PlanNavigationOf['may'];
  calendar: CalendarShown;
}>;

export const planCalendarPage = ({
  csrfToken,
  plan,
  question,
  may,
  calendar,
}: PlanCalendarOf): Readonly<{ title: string; content: string }> => {
  const path = `/plans/${encodeURIComponent(plan.id)}/calendar`;
  return {
    title: `Calendar of ${plan.title}`,
    content: renderTemplate('calendar/plan-calendar.njk', {
      caption: plan.title,
      navigation: planNavigation({ plan, current: 'plan', question, may }),
      isClosed: plan.status === 'closed',
      fileHref: `/api/v1${path}`,
      calendar: calendarView(calendar, csrfToken, path),
    }),
  };
};
