import type { Grant } from '@trackrecord/application';
import { grantInWords, type PlanChoice, roleHints } from '../administration/role-words.ts';
import { type CalendarShown, calendarView } from '../calendar/calendar-shown.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';

/** Somebody's own account. */
export type OwnAccount = Readonly<{
  csrfToken: string;
  name: string;
  signInName: string;
  grants: ReadonlyArray<Grant>;
  plans: ReadonlyArray<PlanChoice>;
  /** Whether there is a password here to change. */
  hasPassword: boolean;
  /** How many browsers they are signed in with, this one among them. */
  sessions: number;
  /** The calendar of what they answer for. */
  calendar: CalendarShown;
  errors: FormErrors;
}>;

const signedInWords = (sessions: number): string =>
  sessions <= 1
    ? 'You are signed in with this browser alone.'
    : `You are signed in with ${sessions} browsers. If you left one of them open where others can get at it, end them all.`;

export const accountPage = (account: OwnAccount): Readonly<{ title: string; content: string }> => ({
  title: 'Your account',
  content: renderTemplate('account/account.njk', {
    ...account,
    roles: account.grants.map((grant) => ({
      text: grantInWords(account.plans, grant),
      hint: roleHints[grant.role],
    })),
    signedIn: signedInWords(account.sessions),
    calendar: calendarView(account.calendar, account.csrfToken, '/account/calendar'),
  }),
});
